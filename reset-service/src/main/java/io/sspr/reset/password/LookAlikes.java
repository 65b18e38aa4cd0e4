package io.sspr.reset.password;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form in which passwords, banned terms and names are compared: lower case, four characters that people put for letters
 * as those letters, and NFC (rule PWL-04), for a directory may write a letter and its mark apart. The table is what Microsoft documents for Entra, no more: {@code 0} is o, {@code 1} is l,
 * {@code $} is s, {@code @} is a; {@code !} stays what it is.
 */
final class LookAlikes {

    private LookAlikes() {}

    /** That form, one number per code point. */
    static int[] plain(String text) {
        return plainText(text).codePoints().toArray();
    }

    /** The same as text. */
    static String plainText(String text) {
        int[] letters = text.toLowerCase(Locale.ROOT)
                .codePoints()
                .map(LookAlikes::letter)
                .toArray();
        // Last: what stands for a letter may have a mark, too.
        return Normalizer.normalize(new String(letters, 0, letters.length), Normalizer.Form.NFC);
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
