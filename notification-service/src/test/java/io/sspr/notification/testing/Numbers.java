package io.sspr.notification.testing;

import java.security.SecureRandom;
import java.util.Locale;

/** Telephone numbers that nobody has had in an earlier test. */
public final class Numbers {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Numbers() {}

    /** Such as {@code +38640123456}, in a block of numbers of its own. */
    public static String fresh() {
        return fresh("+386");
    }

    /** The same of another country. */
    public static String fresh(String country) {
        return country + String.format(Locale.ROOT, "%08d", 40_000_000 + RANDOM.nextInt(10_000_000));
    }
}
