package io.sspr.notification.contact;

import io.sspr.contract.state.MethodStatus;
import java.util.UUID;

/**
 * A destination of an account, the method it belongs to, and what that method is worth.
 *
 * @param proven whether its owner ever proved to read it; of one that was removed its status does not say so any more
 */
public record Contact(UUID methodId, Destination destination, MethodStatus status, boolean proven) {}
