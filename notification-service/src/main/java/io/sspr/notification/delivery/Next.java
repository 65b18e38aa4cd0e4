package io.sspr.notification.delivery;

import java.time.Duration;

/** What is to happen to a delivery after a try. */
sealed interface Next {

    /** It has ended. */
    record End(Outcome outcome) implements Next {}

    /** It is tried again, but not before this time has passed. */
    record Again(Duration delay) implements Next {}
}
