package io.sspr.portal.web;

/** How well a colour can be told from another (WCAG 2.2, definitions of contrast ratio and relative luminance). */
final class Contrast {

    private static final double RED = 0.2126;
    private static final double GREEN = 0.7152;
    private static final double BLUE = 0.0722;

    private Contrast() {}

    /** From 1, the same, to 21, black on white; the colours are written {@code #rrggbb}. */
    static double between(String one, String other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(String colour) {
        return RED * linear(colour, 1) + GREEN * linear(colour, 3) + BLUE * linear(colour, 5);
    }

    private static double linear(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
