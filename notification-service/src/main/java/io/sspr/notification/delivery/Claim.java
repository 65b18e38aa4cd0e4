package io.sspr.notification.delivery;

import static java.util.Objects.requireNonNull;

import io.sspr.contract.Purpose;
import io.sspr.messaging.Origin;
import io.sspr.notification.contact.Channel;
import io.sspr.notification.template.Content;
import io.sspr.notification.template.Occasion;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that this instance has to itself for a while.
 *
 * @param origin what the outcome is told to come from
 * @param attempt 1 for the first; tells this claim from every other one of the delivery
 * @param until what the notice tells of lasts or begins then
 * @param left how many are left of what the notice tells of
 * @param awaitedMethod whose address it is for, if that was not known when it became owed
 * @param letter decrypts it; throws IllegalStateException if it cannot be
 * @param createdAt when it became owed
 * @param expired whether it is too late, by the clock of the database
 * @param handover of a text message
 * @param replaced whether a newer code of the same verification has made this one worthless
 */
record Claim(
        Delivery delivery,
        Origin origin,
        int attempt,
        @Nullable Purpose purpose,
        @Nullable Instant until,
        @Nullable Integer left,
        Channel channel,
        @Nullable UUID awaitedMethod,
        String locale,
        Supplier<Letter> letter,
        Instant happenedAt,
        Instant createdAt,
        Instant expiresAt,
        Handover handover,
        boolean expired,
        boolean replaced) {

    /** What the message says. */
    Content content(Letter opened) {
        return delivery.occasion() == Occasion.CODE
                ? new Content.Code(requireNonNull(purpose), requireNonNull(opened.code()), happenedAt, expiresAt)
                : new Content.Notice(delivery.occasion(), delivery.kind(), happenedAt, until, left, opened.place());
    }

    @Override
    public String toString() {
        return "Claim[" + delivery.id() + ", attempt " + attempt + "]";
    }
}
