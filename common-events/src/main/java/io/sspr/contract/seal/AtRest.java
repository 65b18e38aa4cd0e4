package io.sspr.contract.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Small values in a database: AES-256-GCM with random nonces (NIST SP 800-38D, at most 2^32 values per key) and keyed
 * HMAC-SHA-256, both from one derived key and both bound to a context such as {@code address/<row id>}; safe for many
 * threads.
 */
public final class AtRest {

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey encryption;
    private final SecretKey authentication;

    /** Takes a key of {@link KeyMaterial#atRest}; one key serves both uses, each with its own derived part. */
    public AtRest(SecretKey derived) {
        encryption = DerivedKey.of(derived, "encryption", "AES");
        authentication = DerivedKey.of(derived, "authentication", "HmacSHA256");
    }

    /** Version byte, nonce, ciphertext, tag: 29 bytes longer than the value. */
    public byte[] encrypt(byte[] value, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(value);
            return ByteBuffer.allocate(1 + NONCE_BYTES + encrypted.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot encrypt at rest", e);
        }
    }

    /** The value; throws IllegalStateException if it was changed, belongs to another context or was made with another key. */
    public byte[] decrypt(byte[] stored, String context) {
        if (stored.length < 1 + NONCE_BYTES + TAG_BYTES || stored[0] != VERSION) {
            throw new IllegalStateException("A stored value is not of version " + VERSION);
        }
        ByteBuffer rest = ByteBuffer.wrap(stored, 1, stored.length - 1);
        byte[] nonce = new byte[NONCE_BYTES];
        rest.get(nonce);
        byte[] encrypted = new byte[rest.remaining()];
        rest.get(encrypted);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(encrypted);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("A stored value was changed, moved, or made with another key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot decrypt at rest", e);
        }
    }

    /** 32 bytes that say nothing of the value without the key; equal values in one context give equal ones. */
    public byte[] hmac(byte[] value, String context) {
        byte[] label = context.getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(authentication);
            // The length keeps context "ab" with value "c" apart from context "a" with value "bc".
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(label.length).array());
            mac.update(label);
            return mac.doFinal(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot authenticate at rest", e);
        }
    }

    /** Whether the HMAC is that of the value, in constant time. */
    public boolean matches(byte[] value, String context, byte[] expectedHmac) {
        return MessageDigest.isEqual(hmac(value, context), expectedHmac);
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, encryption, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(new byte[] {VERSION});
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
