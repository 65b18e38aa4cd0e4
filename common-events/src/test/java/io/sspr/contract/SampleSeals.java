package io.sspr.contract;

import io.sspr.contract.seal.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** What looks like seals and signatures in samples: headers and claims as they are, all else noise. */
final class SampleSeals {

    /** The one of RFC 7517 appendix A.1. */
    private static final String POINT = """
            {"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",\
            "y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}""";

    private SampleSeals() {}

    /** Looks like a seal; all but its header is noise. */
    static String jwe(MessageType type, UUID boundTo, Instant now) {
        boolean pairwise = !type.isRequest() && !type.isReply();
        ObjectNode header = ContractFiles.JSON.createObjectNode();
        header.put("alg", pairwise ? "A256KW" : "ECDH-ES+A256KW").put("enc", "A256GCM");
        header.put("kid", Sha256.of(noise("kid", 32)));
        header.put("typ", type.wireName());
        header.put(
                "aud", type.isRequest() ? type.receiver().principal() : pairwise ? "notification-service" : "portal");
        header.put("mid", boundTo.toString());
        if (Arrays.stream(type.type().getRecordComponents())
                .anyMatch(part -> part.getName().equals("flow")))
            header.put("flow", Samples.uuid("flow").toString());
        header.put("iat", now.getEpochSecond());
        if (!pairwise) header.set("epk", ContractFiles.JSON.readTree(POINT));
        String name = type.wireName();
        return String.join(
                ".",
                base64(ContractFiles.JSON.writeValueAsBytes(header)),
                base64(noise(name + " key", 40)),
                base64(noise(name + " iv", 12)),
                base64(noise(name + " content", 512)),
                base64(noise(name + " tag", 16)));
    }

    static String keySet(Instant now) {
        String anchor = "{\"alg\":\"ES256\",\"typ\":\"sspr-keys+jwt\",\"jwk\":" + POINT + "}";
        String key = POINT.replace("}", ",\"use\":\"enc\",\"alg\":\"ECDH-ES+A256KW\",\"kid\":\"%s\"}");
        return jws(
                anchor,
                "{\"service\":\"reset-service\",\"iat\":" + now.getEpochSecond() + ",\"keys\":["
                        + key.formatted(Sha256.of(noise("kid", 32))) + "]}");
    }

    static String assertion(MessageType type, UUID id, byte[] value, Instant now) {
        ObjectNode claims = ContractFiles.JSON.createObjectNode();
        claims.put("iss", type.needs() == MessageType.Needs.ADMINISTRATOR ? "console" : "portal")
                .put("sub", Samples.uuid("accountId").toString());
        claims.put("aud", type.receiver().principal()).put("act", type.wireName());
        claims.put("jti", id.toString()).put("dig", Sha256.of(value));
        claims.put("iat", now.getEpochSecond()).put("auth_time", now.getEpochSecond() - 120);
        claims.putArray("amr").add("pwd").add("otp").add("mfa");
        String kid = Sha256.of(noise("assertion key", 32));
        return jws("{\"alg\":\"ES256\",\"typ\":\"sspr-assertion+jwt\",\"kid\":\"" + kid + "\"}", claims.toString());
    }

    private static String jws(String header, String claims) {
        return String.join(
                ".",
                base64(header.getBytes(StandardCharsets.UTF_8)),
                base64(claims.getBytes(StandardCharsets.UTF_8)),
                base64(noise(claims, 64)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Noise, the same for the same seed. */
    static byte[] noise(String seed, int length) {
        byte[] noise = new byte[length];
        new Random(seed.hashCode()).nextBytes(noise);
        return noise;
    }
}
