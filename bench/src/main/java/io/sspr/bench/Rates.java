package io.sspr.bench;

/** How much of something there was in how long. */
final class Rates {

    private Rates() {}

    /** Of what took no time that could be measured, as if it had taken a millisecond. */
    static double perSecond(long count, long nanos) {
        return count * 1e9 / Math.max(nanos, 1_000_000);
    }
}
