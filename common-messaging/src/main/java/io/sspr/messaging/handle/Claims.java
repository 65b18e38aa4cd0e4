package io.sspr.messaging.handle;

/** Gives the claim on any part of a batch, for a batch may need several transactions. */
@FunctionalInterface
public interface Claims {

    /** On the records from the first index to before the second. */
    Claim on(int from, int to);
}
