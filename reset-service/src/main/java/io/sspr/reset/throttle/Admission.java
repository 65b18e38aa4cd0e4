package io.sspr.reset.throttle;

import java.time.Instant;

/** Whether one more reset of an account may begin. */
public sealed interface Admission {

    /** It may, with every method of the policy. */
    record Free() implements Admission {}

    /** It may, but must begin with a strong method: nothing is sent to anybody before the asker has proven something. */
    record StrongOnly() implements Admission {}

    /** Not before then: all methods there are send something. */
    record TooSoon(Instant retryAt) implements Admission {}
}
