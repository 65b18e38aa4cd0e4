package io.sspr.simulation;
import io.sspr.simulation.actors.*;
import java.util.*;
class Try {
  public static void main(String[] a) {
    for (int seed=Integer.parseInt(a[0]); seed<Integer.parseInt(a[1]); seed++) {
    long t0=System.nanoTime();
    World w = new World(seed, Faults.USUAL);
    Map<String,Integer> counts=new TreeMap<>();
    w.log().watch(r -> { try { var e=io.sspr.contract.MessageCodec.decode(r.headers(), r.value()); String k=e.type().wireName(); if (e.message() instanceof io.sspr.contract.reply.RequestRefused q) k+=" "+q.reason(); counts.merge(k,1,Integer::sum);} catch(Exception x){ counts.merge(r.topic(),1,Integer::sum);} });
    System.out.println("made "+(System.nanoTime()-t0)/1000000); w.start(); System.out.println("up "+(System.nanoTime()-t0)/1000000);
    Administration admin = new Administration(w.frontEnds(), w.log(), w.random());
    List<Person> people = new Cast(w.frontEnds(), w.letters(), w::step, () -> w.clock().now()).assemble(8);
    System.out.println("started "+(System.nanoTime()-t0)/1000000);
    Crowd crowd = new Crowd(people, w.frontEnds(), w.letters(), admin, World.keys().disputes(), w.random(), () -> w.clock().now());
    w.calm(false);
    int n=Integer.parseInt(a[2]);
    long t1=System.nanoTime();
    for (int i=0;i<n;i++) { w.step(); if (w.random().nextInt(8)==0) crowd.act(); }
    double s=(System.nanoTime()-t1)/1e9;
    System.out.println(counts.toString().replace(", ","\n"));
    System.out.println(n/s+" steps/s, kills "+w.kills()+" now "+w.clock().now());
    w.calm(true); int m=0; while (w.isBusy() && m<50000) {w.step(); m++;}
    System.out.println("calm after "+m);
    }
  }
}
