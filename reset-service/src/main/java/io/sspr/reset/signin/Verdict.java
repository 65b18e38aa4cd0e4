package io.sspr.reset.signin;

import io.sspr.contract.Refusal;
import io.sspr.contract.event.Event;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a compared password means. */
public sealed interface Verdict {

    /** It is the right one, and may be used. */
    record Right() implements Verdict {}

    /**
     * It is not accepted.
     *
     * @param reason WRONG_CREDENTIALS, LOCKED or FROZEN
     * @param retryAt until when none will be looked at
     * @param failures as they are from now on
     * @param events who is told; nobody where nobody is known
     */
    record Refused(Refusal reason, @Nullable Instant retryAt, Failures failures, List<Event> events)
            implements Verdict {}

    /** It was compared with another credential than there is now, or not at all: compare again. */
    record NeedsNewFacts() implements Verdict {}
}
