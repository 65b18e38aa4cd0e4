package io.sspr.notification.delivery;

import static java.util.Objects.requireNonNull;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.CodeDelivered;
import io.sspr.contract.event.DeliveryFailed;
import io.sspr.contract.event.Event;
import io.sspr.contract.event.NoticeDelivered;
import io.sspr.notification.template.Occasion;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which delivery it is, and all that is ever told of it.
 *
 * @param id every try of a mail has it in its Message-ID
 * @param verificationId of a code
 * @param kind of the method that gets the code or that the notice is about
 */
public record Delivery(
        UUID id,
        UUID accountId,
        Occasion occasion,
        @Nullable UUID verificationId,
        @Nullable MethodKind kind) {

    /** What everybody is told of the outcome; nothing where nobody was meant to get anything. */
    public Optional<Event> event(Outcome outcome) {
        if (outcome == Outcome.NOBODY) return Optional.empty();
        Refusal reason = outcome.reason();
        if (reason != null)
            return Optional.of(new DeliveryFailed(id, accountId, verificationId, occasion.about(), reason));
        return Optional.of(
                occasion == Occasion.CODE
                        ? new CodeDelivered(id, requireNonNull(verificationId), accountId, requireNonNull(kind))
                        : new NoticeDelivered(id, accountId, occasion.about()));
    }
}
