package io.sspr.audit.finding;

/** Takes findings as they are made, from one thread at a time. */
@FunctionalInterface
public interface Sink {

    /** One more. */
    void found(Finding finding);
}
