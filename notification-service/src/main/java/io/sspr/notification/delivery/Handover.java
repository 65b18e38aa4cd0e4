package io.sspr.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a text message has got with the gateway.
 *
 * @param sends how often it was or may have been sent
 * @param inDoubt whether it was asked and no answer is known: it may have been sent
 * @param gatewayId the gateway's own id of the message that it took
 * @param sentAt when it took it
 */
record Handover(
        int sends,
        boolean inDoubt,
        @Nullable String gatewayId,
        @Nullable Instant sentAt) {

    boolean isTaken() {
        return gatewayId != null;
    }
}
