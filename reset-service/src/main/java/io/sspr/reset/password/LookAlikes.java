package io.sspr.reset.password;

import java.util.Locale;

/**
 * The form in which passwords, banned terms and names are compared: lower case, and four characters that people put for
 * letters as those letters. The table is what Microsoft documents for Entra, no more: {@code 0} is o, {@code 1} is l,
 * {@code $} is s, {@code @} is a; {@code !} stays what it is.
 */
final class LookAlikes {

    private LookAlikes() {}

    /** That form, one number per code point. */
    static int[] plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .codePoints()
                .map(LookAlikes::letter)
                .toArray();
    }

    /** The same as text. */
    static String plainText(String text) {
        int[] plain = plain(text);
        return new String(plain, 0, plain.length);
    }

    private static int letter(int point) {
        return switch (point) {
            case '0' -> 'o';
            case '1' -> 'l';
            case '$' -> 's';
            case '@' -> 'a';
            default -> point;
        };
    }
}
