package io.sspr.quickstart;

/** Hears of each part as soon as it is ready; called by several threads. */
@FunctionalInterface
public interface Progress {

    /** {@code address} is where a person or a client reaches the part. */
    void ready(String part, String address);
}
