package io.sspr.registration.kind.app;

import io.sspr.registration.kind.RegisterProperties.AppHash;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The secret of an authenticator app and the hash that it computes with: as many bits as the hash has, 160 or 256 (RFC
 * 4226 section 4, R6; RFC 6238 section 5.1), written in base32 without padding (RFC 4648).
 */
public final class TotpSeed {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] bytes;
    private final AppHash hash;

    private TotpSeed(byte[] bytes, AppHash hash) {
        this.bytes = bytes;
        this.hash = hash;
    }

    /** A new one. */
    static TotpSeed generate(SecureRandom random, AppHash hash) {
        byte[] bytes = new byte[hash == AppHash.SHA1 ? 20 : 32];
        random.nextBytes(bytes);
        return new TotpSeed(bytes, hash);
    }

    static TotpSeed of(byte[] bytes, AppHash hash) {
        return new TotpSeed(Arrays.copyOf(bytes, bytes.length), hash);
    }

    /** What {@link #text} wrote. */
    static TotpSeed ofText(String text) {
        int colon = text.indexOf(':');
        // Before there was a choice nothing was written of it.
        AppHash hash = colon < 0 ? AppHash.SHA1 : AppHash.valueOf(text.substring(0, colon));
        return ofBase32(text.substring(colon + 1), hash);
    }

    /** Throws IllegalArgumentException, which does not repeat the text. */
    public static TotpSeed ofBase32(String text, AppHash hash) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) throw new IllegalArgumentException("Not base32");
            buffer = (buffer << 5 | value) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[next++] = (byte) (buffer >> bits);
            }
        }
        return new TotpSeed(bytes, hash);
    }

    /** As it is stored, with its hash. */
    String text() {
        return hash + ":" + base32();
    }

    /** As an app takes it. */
    public String base32() {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte one : bytes) {
            buffer = (buffer << 8 | (one & 0xff)) & 0xfff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt(buffer >> bits & 31));
            }
        }
        if (bits > 0) text.append(ALPHABET.charAt(buffer << (5 - bits) & 31));
        return text.toString();
    }

    byte[] bytes() {
        return bytes;
    }

    AppHash hash() {
        return hash;
    }

    @Override
    public String toString() {
        return "TotpSeed[hidden]";
    }
}
