package io.sspr.audit.finding;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that must not be.
 *
 * @param code what kind of thing
 * @param place the record that shows it; absent if a database does
 * @param at when that record says it happened
 * @param accountId whose it is, if it is known
 * @param resetId the reset that it belongs to
 * @param sentence what is wrong; ids and numbers, never content
 */
public record Finding(
        FindingCode code,
        @Nullable Place place,
        @Nullable Instant at,
        @Nullable UUID accountId,
        @Nullable UUID resetId,
        String sentence) {

    @Override
    public String toString() {
        return code
                + (place == null ? "" : " " + place)
                + (accountId == null ? "" : " account " + accountId)
                + (resetId == null ? "" : " reset " + resetId)
                + ": " + sentence;
    }
}
