package io.sspr.contract.seal;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import io.sspr.contract.seal.CannotOpen.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The protected header of a seal: which names it may have, how it is written, how the binding in it is compared. */
final class SealHeader {

    static final EncryptionMethod ENCRYPTION = EncryptionMethod.A256GCM;
    static final JWEAlgorithm TO_A_SERVICE = JWEAlgorithm.ECDH_ES_A256KW;
    static final JWEAlgorithm PAIRWISE = JWEAlgorithm.A256KW;
    static final String EPHEMERAL_KEY = "epk";

    /** Whatever else a header may name (zip, crit, jwk, jku, x5u, p2c, ...) is refused by not being here (RFC 8725 section 3). */
    private static final Set<String> NAMES =
            Set.of("alg", "enc", "kid", "typ", "cty", "aud", "mid", "flow", "iat", EPHEMERAL_KEY);

    private SealHeader() {}

    static JWEHeader write(JWEAlgorithm algorithm, String kid, SealContext context, Instant now) {
        JWEHeader.Builder header = new JWEHeader.Builder(algorithm, ENCRYPTION)
                .keyID(kid)
                .type(new JOSEObjectType(context.type()))
                .audience(List.of(context.audience()))
                .customParam("mid", context.messageId().toString())
                .customParam("iat", now.getEpochSecond());
        UUID flow = context.flow();
        return flow == null
                ? header.build()
                : header.customParam("flow", flow.toString()).build();
    }

    /** Whether the names and the pair of algorithms are ours; not yet whether they suit the key. */
    static boolean isAllowed(Map<String, Object> header) {
        Object algorithm = header.get("alg");
        boolean toAService = TO_A_SERVICE.getName().equals(algorithm);
        return (toAService || PAIRWISE.getName().equals(algorithm))
                && ENCRYPTION.getName().equals(header.get("enc"))
                && NAMES.containsAll(header.keySet())
                && (toAService ? isOnP256(header.get(EPHEMERAL_KEY)) : !header.containsKey(EPHEMERAL_KEY));
    }

    private static boolean isOnP256(@Nullable Object ephemeralKey) {
        return ephemeralKey instanceof Map<?, ?> jwk && "EC".equals(jwk.get("kty")) && "P-256".equals(jwk.get("crv"));
    }

    /** Why the seal does not belong where it was found; null if it does. */
    static @Nullable Reason misplaced(Map<String, Object> header, SealContext expected) {
        if (!expected.audience().equals(header.get("aud"))) {
            return Reason.WRONG_AUDIENCE;
        }
        if (!expected.type().equals(header.get("typ"))) {
            return Reason.WRONG_TYPE;
        }
        if (!isId(header.get("mid"), expected.messageId())) {
            return Reason.WRONG_MESSAGE;
        }
        UUID flow = expected.flow();
        boolean flowMatches = flow == null ? !header.containsKey("flow") : isId(header.get("flow"), flow);
        return flowMatches ? null : Reason.WRONG_FLOW;
    }

    /** Some languages write a UUID in capitals. */
    private static boolean isId(@Nullable Object text, UUID id) {
        return text instanceof String written
                && written.toLowerCase(Locale.ROOT).equals(id.toString());
    }
}
