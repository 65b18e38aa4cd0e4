package io.sspr.messaging.handle;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The right to handle a batch: whoever has it committed has it alone. */
public interface Claim {

    /** Takes it, in the transaction; which records of the batch are ours. May throw {@link Trouble} if none is. */
    BitSet take();

    /** Whether the requests come for the first time, so that their ids are still to be taken. */
    boolean isFirstSight();

    /** What that record was parked as, if it was. */
    @Nullable
    ParkedRequest parked(int index);

    /** The transaction was committed. */
    void committed();
}
