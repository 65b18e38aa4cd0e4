package io.sspr.registration.kind.app;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What authenticator apps compute: six digits of an HMAC over steps of 30 seconds (RFC 6238; TOTP-01, TOTP-02). */
public final class Totp {

    private static final int DIGITS = 6;
    private static final int STEP_SECONDS = 30;
    /** Steps that a clock may be off, either way. */
    private static final int WINDOW = 1;

    private Totp() {}

    /** The latest step near that instant whose code this is; empty if it is the code of none. */
    public static OptionalLong stepOf(TotpSeed seed, String code, Instant at) {
        byte[] typed = code.getBytes(StandardCharsets.UTF_8);
        long current = stepAt(at);
        OptionalLong found = OptionalLong.empty();
        // All of them every time: how long it takes says nothing.
        for (long step = current - WINDOW; step <= current + WINDOW; step++) {
            byte[] right = hotp(seed, step, DIGITS).getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(right, typed)) found = OptionalLong.of(step);
        }
        return found;
    }

    /** What an app shows at that instant. */
    public static String codeAt(TotpSeed seed, Instant at) {
        return hotp(seed, stepAt(at), DIGITS);
    }

    static String hotp(TotpSeed seed, long counter, int digits) {
        byte[] hash =
                hmac(seed, ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
        long modulus = 1;
        for (int i = 0; i < digits; i++) modulus *= 10;
        return String.format(Locale.ROOT, "%0" + digits + "d", number % modulus);
    }

    private static long stepAt(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    private static byte[] hmac(TotpSeed seed, byte[] message) {
        String name = "Hmac" + seed.hash();
        try {
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(seed.bytes(), name));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + name, e);
        }
    }
}
