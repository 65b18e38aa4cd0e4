package io.sspr.notification.delivery;

import io.sspr.messaging.Origin;
import io.sspr.notification.template.Content;
import java.time.Instant;

/**
 * A message that is owed to somebody.
 *
 * @param origin what its outcome is told to come from
 * @param locale BCP 47 tag
 * @param expiresAt from when on it is not tried any more
 */
public record Owed(
        Delivery delivery, Origin origin, Recipient recipient, String locale, Content content, Instant expiresAt) {

    /** The same to somebody else. */
    public Owed to(Recipient other) {
        return new Owed(delivery, origin, other, locale, content, expiresAt);
    }
}
