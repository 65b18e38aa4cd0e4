package io.sspr.notification.delivery;

import io.sspr.notification.contact.Destination;
import io.sspr.notification.template.Added;
import io.sspr.notification.template.Content;

/** Carries messages of one channel, one at a time; for one thread. */
interface Courier extends AutoCloseable {

    /** Hands the message over, or asks what became of it. */
    Attempt carry(Claim claim, Destination to, Content content, Added added);

    @Override
    void close();
}
