package io.sspr.messaging.intake;

import io.sspr.contract.ContractJson;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.Refusal;
import io.sspr.contract.Seals;
import io.sspr.contract.Undecodable;
import io.sspr.contract.request.Request;
import io.sspr.contract.seal.CannotOpen;
import io.sspr.contract.seal.Opener;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.secret.Placed;
import io.sspr.contract.secret.Secret;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Opens the seals of a message that is addressed to this service, and reads what they hold. Where a front end has sealed
 * from where a request comes, that is put in place of what the other seal says of it: no handler ever sees the latter.
 */
public final class SealedContent {

    private final Opener opener;
    private final String audience;
    private final Map<Class<?>, RecordComponent> parts = new HashMap<>();

    /** For messages to that principal. */
    public SealedContent(Opener opener, String audience) {
        this.opener = opener;
        this.audience = audience;
        for (var type : io.sspr.contract.MessageType.values())
            for (RecordComponent part : type.type().getRecordComponents())
                if (isContent(part)) parts.put(type.type(), part);
    }

    /** All but the seal of {@link Request#seenFrom}, which holds nothing that a handler asks for. */
    private static boolean isContent(RecordComponent part) {
        return part.isAnnotationPresent(Seals.class)
                && part.getAnnotation(Seals.class).value() != Origin.class;
    }

    /** What the message's seal holds; null if it has none. */
    @Nullable
    Secret of(Envelope<?> envelope) throws CannotOpen, Undecodable {
        Message message = envelope.message();
        RecordComponent part = parts.get(message.getClass());
        Sealed sealed = part == null ? null : get(part, message);
        if (part == null || sealed == null) return null;
        UUID flow = message instanceof Request request ? request.flow() : null;
        SealContext context = new SealContext(audience, envelope.type().wireName(), envelope.id(), flow);
        Secret content = ContractJson.read(
                opener.open(sealed, context), part.getAnnotation(Seals.class).value());
        Sealed seenFrom = message instanceof Request request ? request.seenFrom() : null;
        if (seenFrom == null) return content;
        Origin place = ContractJson.read(opener.open(seenFrom, context), Origin.class);
        return content instanceof Placed placed ? placed.from(place) : content;
    }

    static Refusal refusal(CannotOpen.Reason reason) {
        return switch (reason) {
            case MALFORMED -> Refusal.SEAL_MALFORMED;
            case ALGORITHM_NOT_ALLOWED -> Refusal.SEAL_ALGORITHM;
            case UNKNOWN_KEY -> Refusal.SEAL_UNKNOWN_KEY;
            case DECRYPTION_FAILED -> Refusal.SEAL_BROKEN;
            case WRONG_AUDIENCE -> Refusal.SEAL_WRONG_AUDIENCE;
            case WRONG_MESSAGE, WRONG_FLOW, WRONG_TYPE -> Refusal.SEAL_WRONG_MESSAGE;
        };
    }

    private static @Nullable Sealed get(RecordComponent part, Message message) {
        try {
            return (Sealed) part.getAccessor().invoke(message);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record of the contract cannot be read: " + part, e);
        }
    }
}
