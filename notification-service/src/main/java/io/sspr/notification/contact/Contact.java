package io.sspr.notification.contact;

import java.util.UUID;

/** An address of an account, and the method it belongs to. */
public record Contact(UUID methodId, Address address) {}
