package io.sspr.reset.password;

import java.util.stream.IntStream;

/** What a password is made of. */
final class Composition {

    private Composition() {}

    /**
     * How many of the four classes are in it: lower case, upper case, digits, symbols. What is none of the first three is a
     * symbol: a blank, which Entra lists among them, and letters of scripts that have no case.
     */
    static int classes(String password) {
        return (int) password.codePoints()
                .map(point -> Character.isLowerCase(point)
                        ? 0
                        : Character.isUpperCase(point) ? 1 : Character.isDigit(point) ? 2 : 3)
                .distinct()
                .count();
    }

    /** Whether it holds only what Entra takes: A-Z, a-z, 0-9, the 32 symbols of ASCII, and blanks. */
    static boolean isPrintableAscii(String password) {
        return password.codePoints().allMatch(point -> point >= ' ' && point <= '~');
    }

    /** Whether it holds a control character or half a surrogate pair, which no policy takes. */
    static boolean hasUntypable(String password) {
        IntStream points = password.codePoints();
        return points.anyMatch(
                point -> Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
    }
}
