package io.sspr.simulation;
import io.sspr.contract.*;
import io.sspr.contract.request.*;
import io.sspr.contract.secret.*;
import java.util.*;
class Try {
  public static void main(String[] a) {
    long t0=System.nanoTime();
    World w = new World(1, Faults.USUAL);
    w.log().watch(r -> System.out.println(r.topic()+" "+new String(r.value()).substring(0, Math.min(150,r.value().length))));
    w.start();
    System.out.println("started "+(System.nanoTime()-t0)/1000000);
    var asked = w.frontEnds().ask("directory", MessageType.PROVISION_ACCOUNT, null, null, new AccountEntry("o1","ana","en",false), ProvisionAccount::new);
    int n=0;
    do { w.step(); n++; } while (w.frontEnds().reply(asked.id())==null && n<3000);
    System.out.println(n+" "+w.frontEnds().reply(asked.id()));
  }
}
