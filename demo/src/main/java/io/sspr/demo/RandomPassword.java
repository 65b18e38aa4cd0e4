package io.sspr.demo;

import java.security.SecureRandom;
import java.util.Base64;

/** What a password manager would make up. */
public final class RandomPassword {

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomPassword() {}

    /** A new one of 24 letters, digits, hyphens and underscores. */
    public static String make() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
