package io.sspr.notification.delivery;

import io.sspr.notification.contact.Channel;
import io.sspr.notification.contact.Destination;
import java.util.UUID;

/** Whom a delivery is for. */
public sealed interface Recipient {

    /** How it gets there. */
    Channel channel();

    /** Whoever reads this mailbox or telephone. */
    record At(Destination destination) implements Recipient {
        @Override
        public Channel channel() {
            return destination.channel();
        }
    }

    /** Whoever reads the address of this method, once our copy of it has come. */
    record Awaited(UUID methodId, Channel channel) implements Recipient {}

    /** Nobody: a delivery that is only to look like one from outside. */
    record Nobody(UUID accountId, Channel channel) implements Recipient {}
}
