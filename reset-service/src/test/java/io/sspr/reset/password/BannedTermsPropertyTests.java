package io.sspr.reset.password;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds for every password and all terms; few letters, so that terms overlap and nearly match all the time. */
class BannedTermsPropertyTests {

    private static final String LETTERS = "abo0@";

    private List<String> terms = List.of();
    private String password = "";
    private Random random = new Random(0);

    private void choose(RepetitionInfo repetition) {
        random = new Random(repetition.getCurrentRepetition());
        List<String> some = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) some.add(word(2 + random.nextInt(5)));
        terms = some;
        password = word(random.nextInt(13));
    }

    private String word(int length) {
        return random.ints(length, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(joining());
    }

    @RepeatedTest(400)
    void noWayOfTakingItApartGivesFewerPoints(RepetitionInfo repetition) {
        choose(repetition);
        String plain = LookAlikes.plainText(password);
        Set<String> variants = new HashSet<>();
        terms.forEach(term -> variants.addAll(variants(LookAlikes.plainText(term))));

        assertThat(points(password, false)).isEqualTo(fewest(plain, 0, variants, 1));
        assertThat(points(password, true)).isEqualTo(fewest(plain, 0, variants, 0));
    }

    @RepeatedTest(100)
    void thePartsAreThePasswordAndAddUpToThePoints(RepetitionInfo repetition) {
        choose(repetition);
        Score score = new BannedTerms(terms, false).score(password);

        assertThat(score.parts().stream().map(Score.Part::text).collect(joining()))
                .isEqualTo(LookAlikes.plainText(password));
        assertThat(score.parts()).hasSize(score.points());
    }

    @RepeatedTest(100)
    void oneMoreCharacterGivesAtMostOneMorePoint(RepetitionInfo repetition) {
        choose(repetition);
        String other = word(random.nextInt(8));

        assertThat(points(password + "z", false)).isLessThanOrEqualTo(points(password, false) + 1);
        assertThat(points("z" + password, false)).isLessThanOrEqualTo(points(password, false) + 1);
        assertThat(points(password + other, false)).isLessThanOrEqualTo(points(password, false) + points(other, false));
    }

    @RepeatedTest(100)
    void anotherTermNeverGivesMorePointsAndStrictnessNeverDoes(RepetitionInfo repetition) {
        choose(repetition);
        int before = points(password, false);

        assertThat(points(password, true)).isLessThanOrEqualTo(before);
        terms.add(word(2 + random.nextInt(5)));
        assertThat(points(password, false)).isLessThanOrEqualTo(before);
    }

    @RepeatedTest(100)
    void lookAlikesAndCaseMakeNoDifference(RepetitionInfo repetition) {
        choose(repetition);
        String disguised = password.replace('o', '0').replace('a', '@').toUpperCase(Locale.ROOT);

        assertThat(points(disguised, false)).isEqualTo(points(password, false));
    }

    private int points(String typed, boolean strict) {
        return new BannedTerms(terms, strict).score(typed).points();
    }

    /** All texts that count as the term. */
    private static Set<String> variants(String term) {
        Set<String> variants = new HashSet<>(Set.of(term));
        for (int i = 0; i < term.length(); i++) {
            variants.add(term.substring(0, i) + term.substring(i + 1));
            for (char other : "abo".toCharArray()) {
                variants.add(term.substring(0, i) + other + term.substring(i + 1));
                if (i > 0) variants.add(term.substring(0, i) + other + term.substring(i));
            }
        }
        return variants;
    }

    private static int fewest(String text, int from, Set<String> variants, int pointsOfTerm) {
        if (from == text.length()) return 0;
        int fewest = 1 + fewest(text, from + 1, variants, pointsOfTerm);
        for (int end = from + 1; end <= text.length(); end++)
            if (variants.contains(text.substring(from, end)))
                fewest = Math.min(fewest, pointsOfTerm + fewest(text, end, variants, pointsOfTerm));
        return fewest;
    }
}
