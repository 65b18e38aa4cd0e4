package io.sspr.reset.breached;

import java.io.IOException;
import java.util.Locale;

/** What the service says about five digits: a line for each hash that begins with them. */
final class RangeAnswer {

    private static final int SUFFIX = Sha1.DIGITS - 5;

    private RangeAnswer() {}

    /** Whether the rest of the hash is in the answer and not as padding; throws IOException if that is no answer. */
    static boolean holds(String answer, Sha1 hash) throws IOException {
        boolean found = false;
        for (String line : answer.lines().toList()) {
            if (line.length() <= SUFFIX || !isCount(line.substring(SUFFIX)))
                throw new IOException("a line of the answer is not SUFFIX:COUNT");
            found |= line.substring(0, SUFFIX).toUpperCase(Locale.ROOT).equals(hash.suffix())
                    && isAboveZero(line.substring(SUFFIX));
        }
        return found;
    }

    /** Whether it is a colon and a number. */
    static boolean isCount(String text) {
        return text.length() > 1
                && text.charAt(0) == ':'
                && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }

    /** Lines of padding have the count 0. */
    static boolean isAboveZero(String count) {
        return count.chars().skip(1).anyMatch(c -> c != '0');
    }
}
