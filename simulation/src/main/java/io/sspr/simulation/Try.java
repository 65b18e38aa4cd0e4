package io.sspr.simulation;
class Try {
  public static void main(String[] a) {
    for (int seed=Integer.parseInt(a[0]); seed<Integer.parseInt(a[1]); seed++) {
      var o = Simulation.run(seed, Integer.parseInt(a[2]), Faults.USUAL, null);
      System.out.println(o.line());
    }
  }
}
