package io.sspr.reset.password;

import io.sspr.contract.policy.BannedWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores passwords as Microsoft documents it for Entra: one point for each banned term in it, one for each character of no
 * term; where there are several ways to take it apart, the one that gives the fewest. Time grows with the length of the
 * password and hardly with the number of terms.
 */
final class BannedTerms {

    /** Code points of a name. */
    private static final int SHORTEST_NAME = 4;

    /** What the last policy came to; policies change seldom, and a long list takes a while to build. */
    private static volatile @Nullable Built last;

    private final TermTree tree;
    private final int pointsOfTerm;

    /** With these terms; {@code strict} gives no point for a term, so that only what is none counts. */
    BannedTerms(Collection<String> terms, boolean strict) {
        tree = TermTree.of(terms.stream().map(LookAlikes::plainText).toList());
        pointsOfTerm = strict ? 0 : 1;
    }

    /** The bundled base terms and those of a policy. */
    static BannedTerms of(BannedWords words) {
        Built before = last;
        if (before != null && before.words().equals(words)) return before.terms();
        Collection<String> all = new ArrayList<>(CommonPasswords.BASE_TERMS);
        all.addAll(words.terms());
        BannedTerms terms = new BannedTerms(all, words.strict());
        last = new Built(words, terms);
        return terms;
    }

    private record Built(BannedWords words, BannedTerms terms) {}

    /** The last step of the cheapest way to a place of the password. */
    private record Step(int from, @Nullable String term, int points) {}

    Score score(String password) {
        int[] text = LookAlikes.plain(password);
        Step[] best = new Step[text.length + 1];
        best[0] = new Step(0, null, 0);
        for (int i = 0; i < text.length; i++) {
            int at = i;
            int points = best[at].points();
            offer(best, at + 1, new Step(at, null, points + 1));
            tree.find(text, at, (term, end) -> offer(best, end, new Step(at, term, points + pointsOfTerm)));
        }
        return new Score(best[text.length].points(), parts(text, best));
    }

    @SuppressWarnings("NullAway") // An array's elements are null until something is offered.
    private static void offer(Step[] best, int end, Step step) {
        if (best[end] == null || step.points() < best[end].points()) best[end] = step;
    }

    private static List<Score.Part> parts(int[] text, Step[] best) {
        List<Score.Part> parts = new ArrayList<>();
        for (int end = text.length; end > 0; end = best[end].from()) {
            int from = best[end].from();
            parts.add(new Score.Part(new String(text, from, end - from), best[end].term()));
        }
        Collections.reverse(parts);
        return List.copyOf(parts);
    }

    /** Whether the plain form of the password holds one of these names; shorter ones than that are in many words. */
    static boolean holdsName(String password, Collection<String> names) {
        String plain = LookAlikes.plainText(password);
        return names.stream()
                .map(LookAlikes::plainText)
                .filter(name -> name.codePointCount(0, name.length()) >= SHORTEST_NAME)
                .anyMatch(plain::contains);
    }
}
