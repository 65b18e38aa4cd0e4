package io.sspr.registration.signin;

import io.sspr.messaging.Received;
import java.time.Duration;

/** Whether a person signed in so lately that what they ask for is theirs to ask. */
public final class FreshSignIn {

    private static final Duration OLDEST = Duration.ofMinutes(10);

    private FreshSignIn() {}

    /** Judged by the broker's time, at which the request was made. */
    public static boolean isIn(Received<?> message) {
        return !message.signedIn().authTime().isBefore(message.appendedAt().minus(OLDEST));
    }
}
