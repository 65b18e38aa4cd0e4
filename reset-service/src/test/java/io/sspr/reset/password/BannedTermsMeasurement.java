package io.sspr.reset.password;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Measures what a score costs with all base terms and a custom list as long as any may be; run by hand. */
final class BannedTermsMeasurement {

    private static final int CUSTOM = 1_000;
    private static final int RUNS = 2_000;

    private BannedTermsMeasurement() {}

    /** Prints times for usual, longest and contrived passwords. */
    public static void main(String... arguments) {
        SplittableRandom random = new SplittableRandom(7);
        List<String> custom = new ArrayList<>();
        while (custom.size() < CUSTOM) custom.add(word(random, 4 + random.nextInt(13), 26));
        List<String> alike = new ArrayList<>();
        while (alike.size() < CUSTOM) alike.add(word(random, 16, 2));
        long begin = System.nanoTime();
        BannedTerms terms = with(custom);
        System.out.printf(Locale.ROOT, "first list built in %.2f ms%n", (System.nanoTime() - begin) / 1e6);
        begin = System.nanoTime();
        BannedTerms worst = with(alike);
        System.out.printf(Locale.ROOT, "second list built in %.2f ms%n", (System.nanoTime() - begin) / 1e6);
        Map<String, String> passwords = Map.of(
                "usual, 16 characters", "Correct!Horse@78",
                "random, 256 characters", word(random, 256, 26),
                "of terms, 256 characters", String.join("", custom).substring(0, 256));
        passwords.forEach((name, password) -> System.out.println(name + ": " + figures(terms, password)));
        System.out.println("of two letters, as are all terms, 256 characters: " + figures(worst, word(random, 256, 2)));
    }

    private static BannedTerms with(List<String> custom) {
        List<String> all = new ArrayList<>(CommonPasswords.BASE_TERMS);
        all.addAll(custom);
        return new BannedTerms(all, false);
    }

    private static String figures(BannedTerms terms, String password) {
        long[] nanos = new long[RUNS];
        int points = 0;
        for (int i = 0; i < RUNS; i++) {
            long begin = System.nanoTime();
            points = terms.score(password).points();
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "%d points, p50 %.0f us, p99 %.0f us",
                points,
                nanos[RUNS / 2] / 1e3,
                nanos[RUNS / 100 * 99] / 1e3);
    }

    private static String word(SplittableRandom random, int length, int letters) {
        return random.ints(length, 'a', 'a' + letters)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
