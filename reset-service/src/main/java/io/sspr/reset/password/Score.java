package io.sspr.reset.password;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How hard a password is to guess for somebody who knows the banned terms, and why.
 *
 * @param points the fewest that any way of taking it apart gives
 * @param parts that way: the plain form of the password from its beginning to its end
 */
record Score(int points, List<Part> parts) {

    /** So many are enough. */
    static final int ENOUGH = 5;

    /**
     * A part of the plain form.
     *
     * @param text as it is in the password
     * @param term which banned term it is or nearly is; absent if it is a character of no term
     */
    record Part(String text, @Nullable String term) {

        @Override
        public String toString() {
            return "Part[hidden]";
        }
    }

    boolean isEnough() {
        return points >= ENOUGH;
    }

    @Override
    public String toString() {
        return "Score[" + points + "]";
    }
}
