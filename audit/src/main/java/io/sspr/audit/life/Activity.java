package io.sspr.audit.life;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;

/** In which minutes a service told anything: only if it was at work can it have failed to tell of an end. */
public final class Activity {

    private static final long MINUTE = 60;

    private long origin = Long.MIN_VALUE;
    private final BitSet minutes = new BitSet();

    /** It was at work then; earlier than the first by a year and it is not counted. */
    public void at(Instant time) {
        long minute = Math.floorDiv(time.getEpochSecond(), MINUTE);
        if (origin == Long.MIN_VALUE) origin = minute - Duration.ofDays(365).toMinutes();
        long place = minute - origin;
        if (place >= 0 && place < Duration.ofDays(36_500).toMinutes()) minutes.set((int) place);
    }

    /** Whether it was at work for long enough after that time to tell what was due. */
    boolean hasGoneOnAfter(Instant due) {
        long place = Math.floorDiv(due.plus(Clocks.ENDS_ARE_TOLD).getEpochSecond(), MINUTE) - origin + 1;
        if (origin == Long.MIN_VALUE || place < 0 || place > Integer.MAX_VALUE) return false;
        int first = minutes.nextSetBit((int) place);
        return first >= 0 && minutes.length() - 1 - first >= Clocks.ENDS_ARE_TOLD.toMinutes();
    }
}
