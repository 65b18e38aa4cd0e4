package io.sspr.notification.delivery;

import io.sspr.notification.contact.Address;
import java.util.UUID;

/** Whom a delivery is for. */
public sealed interface Recipient {

    /** Whoever reads this address. */
    record At(Address address) implements Recipient {}

    /** Whoever reads the address of this method, once our copy of it has come. */
    record Awaited(UUID methodId) implements Recipient {}

    /** Nobody: a delivery that is only to look like one from outside. */
    record Nobody(UUID accountId) implements Recipient {}
}
