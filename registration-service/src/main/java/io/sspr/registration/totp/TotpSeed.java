package io.sspr.registration.totp;

import java.security.SecureRandom;
import java.util.Arrays;

/** The secret of an authenticator app: 160 bits (RFC 4226 section 4, R6), written in base32 without padding (RFC 4648). */
public final class TotpSeed {

    private static final int BYTES = 20;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] bytes;

    private TotpSeed(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A new one. */
    public static TotpSeed generate(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new TotpSeed(bytes);
    }

    static TotpSeed of(byte[] bytes) {
        return new TotpSeed(Arrays.copyOf(bytes, bytes.length));
    }

    /** Throws IllegalArgumentException, which does not repeat the text. */
    public static TotpSeed ofBase32(String text) {
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
        return new TotpSeed(bytes);
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

    @Override
    public String toString() {
        return "TotpSeed[hidden]";
    }
}
