package io.sspr.contract;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * The one form of a login that is compared: NFKC and lower case, so that what looks the same is the same. Never used to
 * send anything anywhere: messages go to stored addresses only (ATK-09).
 *
 * @param text the canonical form
 */
public record CanonicalLogin(String text) {

    private static final int LONGEST = 512;

    /** The canonical form; empty if there is none: nothing visible, control or unassigned characters, too long. */
    public static Optional<CanonicalLogin> of(String typed) {
        String compatible = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC);
        // Twice, because lower case can leave a form that composes anew.
        String text = Normalizer.normalize(compatible.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
        boolean allowed = text.codePoints().allMatch(CanonicalLogin::isAllowed);
        return text.isEmpty() || text.length() > LONGEST || !allowed
                ? Optional.empty()
                : Optional.of(new CanonicalLogin(text));
    }

    private static boolean isAllowed(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return "CanonicalLogin[hidden]";
    }
}
