package io.sspr.reset.hashing;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;

/**
 * A typed password in the one form that is hashed: NFC, UTF-8, nothing trimmed, folded or cut off (NIST SP 800-63B-4
 * 3.1.1.2, rules PWD-07, PWD-08, PWL-04). At most 1024 bytes, so that nobody makes us hash a novel (ATK-20).
 *
 * @param text in NFC
 */
public record Password(String text) {

    /** Most bytes in UTF-8. */
    public static final int MOST_BYTES = 1024;

    /** What is longer is not even normalised: composing never makes it four times shorter. */
    private static final int MOST_TYPED = 4 * MOST_BYTES;

    /** That form; empty if there is none: no text at all, too long, or half a surrogate pair in it. */
    public static Optional<Password> of(String typed) {
        if (typed.isEmpty() || typed.length() > MOST_TYPED || hasLoneSurrogate(typed)) return Optional.empty();
        Password password = new Password(Normalizer.normalize(typed, Normalizer.Form.NFC));
        return password.bytes().length > MOST_BYTES ? Optional.empty() : Optional.of(password);
    }

    /** Half a surrogate pair would become a question mark in UTF-8, and two passwords one. */
    public static boolean hasLoneSurrogate(String typed) {
        return typed.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    /** How long it is in the sense of the rules: each code point counts one (PWD-03). */
    public int length() {
        return text.codePointCount(0, text.length());
    }

    /** What is hashed. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
