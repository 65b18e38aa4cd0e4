package io.sspr.bench;

/** Divides what is {@code each} on the average, such as 2.6 records, into whole numbers: 2, 3, 2, 3, 3 ... */
final class Portions {

    private final double each;
    private long portions;

    Portions(double each) {
        this.each = each;
    }

    /** How many the next one has. */
    int next() {
        long before = (long) (portions * each);
        portions++;
        return (int) ((long) (portions * each) - before);
    }
}
