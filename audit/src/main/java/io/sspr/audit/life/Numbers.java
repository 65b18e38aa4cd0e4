package io.sspr.audit.life;

import io.sspr.audit.finding.FindingCode;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The numbers of one key's events on one topic: 1, 2, 3 ..., in one partition, and in time. */
final class Numbers {

    /** So many missing ones of a gap are told apart; more are one finding. */
    private static final int MOST_APART = 1000;

    private final TreeMap<Long, Told> missing = new TreeMap<>();
    private long last;
    private @Nullable Told newest;

    long last() {
        return last;
    }

    void next(Told told, Judge judge) {
        Told before = newest;
        boolean moved =
                before != null && before.place().partition() != told.place().partition();
        if (before != null) {
            if (moved) judge.add(FindingCode.KEY_MOVED, told, "events of its key also stand at " + before.place());
            else if (told.isBefore(before.at()))
                judge.add(
                        FindingCode.TIME_IMPLAUSIBLE,
                        told,
                        "it happened at " + told.at() + ", says it, and the event of its key before it at "
                                + before.at());
        }
        newest = told;
        Long number = told.envelope().keySequence();
        if (number == null) {
            judge.add(FindingCode.EVENT_UNNUMBERED, told, "it has no ce_keysequence");
            return;
        }
        if (number > last) {
            if (number - last > MOST_APART) {
                judge.add(
                        FindingCode.EVENT_MISSING,
                        told,
                        "numbers " + (last + 1) + " to " + (number - 1) + " of its key are not there before it");
            } else for (long skipped = last + 1; skipped < number; skipped++) missing.put(skipped, told);
            last = number;
        } else if (missing.remove(number) != null) {
            // Between partitions there is no order to keep.
            if (!moved)
                judge.add(
                        FindingCode.EVENT_OUT_OF_ORDER, told, "number " + number + " of its key stands behind " + last);
        } else judge.add(FindingCode.EVENT_REPEATED, told, "number " + number + " of its key stands there twice");
    }

    void end(Judge judge) {
        missing.forEach((number, at) ->
                judge.add(FindingCode.EVENT_MISSING, at, "number " + number + " of its key is not there before it"));
    }
}
