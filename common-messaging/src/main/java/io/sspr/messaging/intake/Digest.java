package io.sspr.messaging.intake;

import io.sspr.contract.MessageType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Tells a request sent again from another one under the same id: SHA-256 of type and value. */
final class Digest {

    private Digest() {}

    static byte[] of(@Nullable MessageType type, byte @Nullable [] value) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            if (type != null) digest.update(type.wireName().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            if (value != null) digest.update(value);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
