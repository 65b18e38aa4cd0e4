package io.sspr.reset.flow;

import io.sspr.contract.Refusal;
import io.sspr.contract.event.Event;
import io.sspr.contract.internal.Internal;
import io.sspr.contract.reply.Reply;
import io.sspr.reset.credential.Credential;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a reset, and who is told what. */
sealed interface ResetDecision {

    /** The request is refused and the reset stays as it is. */
    record Refused(Refusal reason, @Nullable Instant retryAt) implements ResetDecision {}

    /** What was prepared does not hold any more: prepare again. */
    record NeedsNewFacts(String why) implements ResetDecision {}

    /** The reset goes on, or has ended; a new credential is to be saved where there is one. */
    record Goes(
            Reset reset,
            List<Event> events,
            @Nullable Internal asked,
            @Nullable Reply reply,
            @Nullable Credential credential)
            implements ResetDecision {}

    /** Refused, with nothing to say of when to try again. */
    static ResetDecision refused(Refusal reason) {
        return new Refused(reason, null);
    }

    /** The reset goes on and the client is answered. */
    static ResetDecision goes(Reset reset, Reply reply, Event... events) {
        return new Goes(reset, List.of(events), null, reply, null);
    }
}
