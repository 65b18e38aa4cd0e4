package io.sspr.reset.hashing;

import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/** Argon2id, version 19 (RFC 9106); both implementations give the same bytes. */
sealed interface Argon2 permits NativeArgon2, PortableArgon2 {

    /** The tag of that length in bytes. */
    byte[] hash(byte[] password, byte[] salt, Argon2Cost cost, int length);

    /** The implementation the engine stands for; throws IllegalStateException if it does not work here. */
    static Argon2 of(Argon2Engine engine) {
        return switch (engine) {
            case PORTABLE -> new PortableArgon2();
            case NATIVE -> tested(new NativeArgon2());
            case AUTO -> best();
        };
    }

    private static Argon2 best() {
        try {
            return tested(new NativeArgon2());
        } catch (LinkageError | RuntimeException e) {
            // No library for this system, or it may not be unpacked: slower, but the same result.
            LoggerFactory.getLogger(Argon2.class).warn("Argon2 runs in Java, which is slower: {}", e.toString());
            return new PortableArgon2();
        }
    }

    private static Argon2 tested(Argon2 argon2) {
        byte[] password = "password".getBytes(StandardCharsets.UTF_8);
        byte[] salt = "somesalt".getBytes(StandardCharsets.UTF_8);
        Phc actual = Phc.of(TEST_COST, salt, argon2.hash(password, salt, TEST_COST, 32));
        if (!actual.text().equals(TEST_VECTOR)) throw new IllegalStateException("Argon2 gives a wrong result");
        return argon2;
    }

    /** Of the test vector. */
    Argon2Cost TEST_COST = new Argon2Cost(256, 2, 1);

    /** Hash of "password" with "somesalt" by the reference implementation (phc-winner-argon2, test.c). */
    String TEST_VECTOR = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
}
