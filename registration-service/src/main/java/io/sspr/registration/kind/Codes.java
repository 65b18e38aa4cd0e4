package io.sspr.registration.kind;

import java.security.SecureRandom;
import java.util.Locale;

/** Codes that are sent: every number of so many digits is as likely (OOB-04). */
public final class Codes {

    private Codes() {}

    /** A new one. */
    public static String generate(int digits, SecureRandom random) {
        int bound = 1;
        for (int i = 0; i < digits; i++) bound *= 10;
        return String.format(Locale.ROOT, "%0" + digits + "d", random.nextInt(bound));
    }

    /** As typed, without the spaces and hyphens that people put in to read it better. */
    public static String typed(String proof) {
        StringBuilder digits = new StringBuilder();
        proof.codePoints().filter(point -> !isSeparator(point)).forEach(digits::appendCodePoint);
        return digits.toString();
    }

    private static boolean isSeparator(int point) {
        int type = Character.getType(point);
        return Character.isWhitespace(point) || type == Character.SPACE_SEPARATOR || type == Character.DASH_PUNCTUATION;
    }
}
