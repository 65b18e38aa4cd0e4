package io.sspr.registration.kind.recovery;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * A recovery code: 24 characters of Crockford's base32, 120 random bits (NIST SP 800-63B-4 4.2.1.1, REC-02).
 *
 * @param text without hyphens
 */
record RecoveryCode(String text) {

    private static final int LENGTH = 24;
    private static final int GROUP = 4;

    /** Without I, L, O, which look like digits, and U. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    static RecoveryCode generate(SecureRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        return new RecoveryCode(text.toString());
    }

    /** What was typed, however it was grouped, with letters that look like digits taken for them; empty if it is none. */
    static Optional<RecoveryCode> typed(String proof) {
        StringBuilder text = new StringBuilder();
        for (char one : proof.toUpperCase(Locale.ROOT).toCharArray()) {
            int type = Character.getType(one);
            if (Character.isWhitespace(one) || type == Character.SPACE_SEPARATOR || type == Character.DASH_PUNCTUATION)
                continue;
            char read = one == 'O' ? '0' : one == 'I' || one == 'L' ? '1' : one;
            if (ALPHABET.indexOf(read) < 0) return Optional.empty();
            text.append(read);
        }
        return text.length() == LENGTH ? Optional.of(new RecoveryCode(text.toString())) : Optional.empty();
    }

    /** As a person keeps it. */
    String grouped() {
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < text.length(); i += GROUP) {
            if (i > 0) grouped.append('-');
            grouped.append(text, i, i + GROUP);
        }
        return grouped.toString();
    }

    @Override
    public String toString() {
        return "RecoveryCode[hidden]";
    }
}
