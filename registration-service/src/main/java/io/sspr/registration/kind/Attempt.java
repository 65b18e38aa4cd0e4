package io.sspr.registration.kind;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A proof that was handed in.
 *
 * @param methodId what it is to prove; of a decoy an id that nobody has
 * @param typed as the person typed it
 * @param at when
 * @param isSentCode whether the digits are those that were sent last
 */
public record Attempt(UUID methodId, String typed, Instant at, Predicate<String> isSentCode) {

    @Override
    public String toString() {
        return "Attempt[" + methodId + "]";
    }
}
