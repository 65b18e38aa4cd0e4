package io.sspr.demo;

import java.util.List;
import java.util.Locale;

/** Compares two samples by the two-sided Kolmogorov-Smirnov test. */
final class Distributions {

    private static final int TERMS = 100;

    private Distributions() {}

    /** Largest distance of the two, and how likely one at least as large is if both come from one distribution. */
    static String compared(List<Double> one, List<Double> other) {
        double distance = distance(one, other);
        double size = Math.sqrt((double) one.size() * other.size() / (one.size() + other.size()));
        return String.format(Locale.ROOT, "D = %.3f, p = %.3f", distance, probability(size * distance));
    }

    static double distance(List<Double> one, List<Double> other) {
        List<Double> a = one.stream().sorted().toList();
        List<Double> b = other.stream().sorted().toList();
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < a.size() && j < b.size()) {
            double value = Math.min(a.get(i), b.get(j));
            while (i < a.size() && a.get(i) <= value) i++;
            while (j < b.size() && b.get(j) <= value) j++;
            largest = Math.max(largest, Math.abs((double) i / a.size() - (double) j / b.size()));
        }
        return largest;
    }

    /** The limiting distribution, good for samples of some dozens and more. */
    static double probability(double scaled) {
        if (scaled < 0.2) return 1;
        double sum = 0;
        for (int k = 1; k <= TERMS; k++) sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * scaled * scaled);
        return Math.max(0, Math.min(1, sum));
    }
}
