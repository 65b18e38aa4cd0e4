package io.sspr.contract.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** One 256-bit key per label from a uniformly random one: HKDF-Expand with SHA-256, a single block (RFC 5869 2.3, 3.3). */
final class DerivedKey {

    private static final byte FIRST_BLOCK = 1;

    private DerivedKey() {}

    static SecretKey of(SecretKey root, String label, String algorithm) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(root);
            mac.update(label.getBytes(StandardCharsets.UTF_8));
            return new SecretKeySpec(mac.doFinal(new byte[] {FIRST_BLOCK}), algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot derive a key", e);
        }
    }
}
