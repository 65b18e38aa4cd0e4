package io.sspr.notification.contact;

import io.sspr.contract.state.MethodStatus;
import java.util.UUID;

/** A destination of an account, the method it belongs to, and what that method is worth. */
public record Contact(UUID methodId, Destination destination, MethodStatus status) {}
