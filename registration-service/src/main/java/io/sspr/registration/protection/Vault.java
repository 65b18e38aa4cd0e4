package io.sspr.registration.protection;

import io.sspr.contract.Service;
import io.sspr.contract.seal.AtRest;
import io.sspr.contract.seal.KeyMaterial;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Texts as they stand in the database: concealed ones can be revealed, fingerprints only compared; both bound to a place. */
@Component
public final class Vault {

    private final AtRest atRest;

    /** With this service's own key. */
    public Vault(KeyMaterial keys) {
        atRest = new AtRest(keys.atRest(Service.REGISTRATION.principal(), "database"));
    }

    /** Encrypted, to be read back in the same place only. */
    public String conceal(String text, String place) {
        return Base64.getEncoder().encodeToString(atRest.encrypt(bytes(text), place));
    }

    /** What was concealed there. */
    public String reveal(String concealed, String place) {
        return new String(atRest.decrypt(Base64.getDecoder().decode(concealed), place), StandardCharsets.UTF_8);
    }

    /** A keyed hash: equal for equal texts in one place, and of no use without the key. */
    public String fingerprint(String text, String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(atRest.hmac(bytes(text), place));
    }

    /** Whether the fingerprint is that of the text there, in constant time. */
    public boolean matches(String text, String place, String fingerprint) {
        return atRest.matches(bytes(text), place, Base64.getUrlDecoder().decode(fingerprint));
    }

    /** An id that only we can derive from the text (UUID version 8, RFC 9562 section 5.8). */
    public UUID derivedId(String text, String place) {
        ByteBuffer hash = ByteBuffer.wrap(atRest.hmac(bytes(text), place));
        long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x8000L;
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
