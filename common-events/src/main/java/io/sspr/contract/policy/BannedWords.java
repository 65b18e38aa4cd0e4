package io.sspr.contract.policy;

import io.sspr.contract.About;
import io.sspr.contract.MostElements;
import java.util.List;

/**
 * Words that passwords must not be made of. A password counts one point for each banned word in it and one for each other
 * character, and needs five; typical replacements of letters and one slip of the finger do not make another word.
 *
 * @param enforced whether the check is made at all
 * @param strict whether banned words count no points
 * @param terms the organisation's own words besides those that everybody uses: at most 1000 of 4 to 16 characters
 * @param organisationNames names of the organisation of at least 4 characters, which no password may hold
 */
@About("Words that passwords must not be made of: one point for each banned word in a password and one for each other"
        + " character must come to five.")
public record BannedWords(
        boolean enforced,
        @About("whether banned words count no points") boolean strict,

        @About("the organisation's own words besides those that everybody uses: at most 1000 of 4 to 16 characters")
        @MostElements(2000)
        List<String> terms,

        @About("names of the organisation of at least 4 characters, which no password may hold")
        List<String> organisationNames) {

    /** Copies what it is given. */
    public BannedWords {
        terms = List.copyOf(terms);
        organisationNames = List.copyOf(organisationNames);
    }
}
