package io.sspr.registration.protection;

import io.sspr.contract.ContractJson;
import io.sspr.contract.MessageType;
import io.sspr.contract.Service;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.seal.Sealer;
import io.sspr.contract.secret.Secret;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Seals what only the notification service may read. */
@Component
public final class NotificationSeal {

    private static final String READER = Service.NOTIFICATION.principal();

    private final Sealer sealer;

    /** With the key that both services hold. */
    public NotificationSeal(KeyMaterial keys) {
        sealer = keys.pairwise(Service.REGISTRATION.principal(), READER);
    }

    /** Bound to the one message that will carry it. */
    public Sealed seal(Secret secret, MessageType carrier, UUID messageId, Instant now) {
        SealContext context = new SealContext(READER, carrier.wireName(), messageId, null);
        return sealer.seal(ContractJson.write(secret), context, now);
    }
}
