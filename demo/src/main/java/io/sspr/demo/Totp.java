package io.sspr.demo;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time codes as a phone makes them (RFC 6238); of its own, so that services and phone cannot err alike. */
public final class Totp {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;
    private final String algorithm;
    private final int digits;
    private final Duration step;

    Totp(byte[] secret, String algorithm, int digits, Duration step) {
        this.secret = secret.clone();
        this.algorithm = algorithm;
        this.digits = digits;
        this.step = step;
    }

    /** From the URI in a QR code; where it is silent: SHA-1, 6 digits, 30 seconds. Throws IllegalArgumentException. */
    public static Totp scan(String otpauth) {
        URI uri = URI.create(otpauth);
        if (!"otpauth".equals(uri.getScheme()) || !"totp".equals(uri.getHost()))
            throw new IllegalArgumentException("Not an otpauth://totp URI");
        Map<String, String> parameters = new HashMap<>();
        for (String pair : uri.getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return new Totp(
                base32(parameters.getOrDefault("secret", "")),
                parameters.getOrDefault("algorithm", "SHA1"),
                Integer.parseInt(parameters.getOrDefault("digits", "6")),
                Duration.ofSeconds(Long.parseLong(parameters.getOrDefault("period", "30"))));
    }

    /** The number of the time step; a service takes the code of each step once. */
    public long step(Instant now) {
        return now.getEpochSecond() / step.toSeconds();
    }

    /** When a step begins. */
    public Instant begin(long number) {
        return Instant.ofEpochSecond(number * step.toSeconds());
    }

    /** The code of a step. */
    public String code(long number) {
        byte[] hash = hmac(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        int offset = hash[hash.length - 1] & 0xf;
        int truncated = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
        String text = Integer.toString(truncated);
        String padded = "0".repeat(Math.max(0, digits - text.length())) + text;
        return padded.substring(padded.length() - digits);
    }

    private byte[] hmac(byte[] counter) {
        try {
            Mac mac = Mac.getInstance("Hmac" + algorithm);
            mac.init(new SecretKeySpec(secret, "RAW"));
            return mac.doFinal(counter);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No codes with " + algorithm, e);
        }
    }

    /** RFC 4648 section 6, padding optional. */
    static byte[] base32(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int bits = 0;
        int count = 0;
        for (char c : text.toUpperCase(Locale.ROOT).replace("=", "").toCharArray()) {
            int value = BASE32.indexOf(c);
            if (value < 0) throw new IllegalArgumentException("Not base32");
            bits = (bits << 5 | value) & 0xfff;
            count += 5;
            if (count >= 8) {
                count -= 8;
                bytes.write(bits >> count);
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return "Totp[hidden]";
    }
}
