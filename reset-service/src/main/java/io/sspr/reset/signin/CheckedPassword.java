package io.sspr.reset.signin;

import io.sspr.reset.hashing.Phc;
import org.jspecify.annotations.Nullable;

/**
 * A typed password, compared with a credential; facts for a decision.
 *
 * @param origin mark of where it came from; absent if the client does not tell
 * @param mark of the password
 * @param version of the credential it was compared with; 0 if there is none
 * @param outcome of the comparison
 * @param better hash of the same password as new ones are made now, if the stored one is outdated
 */
public record CheckedPassword(
        @Nullable String origin,
        String mark,
        long version,
        Outcome outcome,
        @Nullable Phc better) {

    /** Of the comparison. */
    public enum Outcome {
        /** It is that credential's password. */
        RIGHT,
        /** It is not. */
        WRONG,
        /** It was not compared, because it would have been refused either way. */
        UNSEEN
    }
}
