package io.sspr.portal.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A browser before anybody has signed in with it, as its cookie keeps it. The ids of its requests are made with a key that only
 * this cookie holds: whoever learns the id of somebody else's sign-in cannot ask for its answer.
 *
 * @param key of no meaning elsewhere
 */
record Visitor(String key) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final long VERSION = 0x0000_0000_0000_f000L;
    private static final long VERSION_4 = 0x0000_0000_0000_4000L;
    private static final long VARIANT = 0xc000_0000_0000_0000L;
    private static final long VARIANT_2 = 0x8000_0000_0000_0000L;

    /** A new one. */
    static Visitor unknown() {
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return new Visitor(HexFormat.of().formatHex(bytes));
    }

    /** For one more request: 60 bits are random, 62 say that it is of this browser. */
    UUID newId() {
        long random = (RANDOM.nextLong() & ~VERSION) | VERSION_4;
        return new UUID(random, mark(random));
    }

    /** Whether the id was made for this browser. */
    boolean made(UUID id) {
        return id.version() == 4 && id.getLeastSignificantBits() == mark(id.getMostSignificantBits());
    }

    private long mark(long random) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(random).array());
            return (ByteBuffer.wrap(hash).getLong() & ~VARIANT) | VARIANT_2;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "Visitor[hidden]";
    }
}
