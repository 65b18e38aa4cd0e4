package io.sspr.torture.check;

/**
 * Something that must not be.
 *
 * @param guarantee G1 to G5 of docs/guarantees.md
 * @param kind what is wrong
 * @param where ids, topic, offset; never content
 */
public record Finding(String guarantee, Kind kind, String where) {

    /** What is wrong. */
    public enum Kind {
        /** It should be there and is not. */
        LOST,
        /** It is there more than once. */
        DUPLICATED,
        /** It stands before what it should follow. */
        OUT_OF_ORDER,
        /** A number of a sequence is missing. */
        GAP,
        /** It has an effect that it must not have. */
        WRONG
    }

    @Override
    public String toString() {
        return guarantee + " " + kind + " " + where;
    }
}
