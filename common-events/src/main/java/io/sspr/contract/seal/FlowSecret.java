package io.sspr.contract.seal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** What lets a front end continue a flow it began: 32 random bytes as 43 base64url characters; we keep only {@link #hash()}. */
public record FlowSecret(@JsonValue String text) {

    private static final int BYTES = 32;

    /** Throws IllegalArgumentException, which does not repeat the text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FlowSecret {
        if (decode(text).length != BYTES) {
            throw new IllegalArgumentException("Not a flow secret");
        }
    }

    /** A new one. */
    public static FlowSecret generate(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new FlowSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Base64url SHA-256 of the 32 bytes, not of the text: what the first request of a flow carries. */
    public String hash() {
        return Sha256.of(decode(text));
    }

    /** Whether the text is the secret with that hash, in constant time; false for anything malformed. */
    public static boolean matches(String secretText, String expectedHash) {
        byte[] secret = decode(secretText);
        byte[] actual = Sha256.of(secret).getBytes(StandardCharsets.US_ASCII);
        return secret.length == BYTES
                && MessageDigest.isEqual(actual, expectedHash.getBytes(StandardCharsets.US_ASCII));
    }

    /** Empty if it is not the canonical text of 32 bytes, so that one secret has one text. */
    private static byte[] decode(String text) {
        byte[] none = {};
        if (text.length() != 43) {
            return none;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            byte[] canonical = Base64.getUrlEncoder().withoutPadding().encode(bytes);
            return MessageDigest.isEqual(canonical, text.getBytes(StandardCharsets.ISO_8859_1)) ? bytes : none;
        } catch (IllegalArgumentException e) {
            return none;
        }
    }

    @Override
    public String toString() {
        return "FlowSecret[hidden]";
    }
}
