package io.sspr.portal.account;

import io.sspr.contract.MethodKind;
import io.sspr.portal.web.Pending;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a browser keeps of somebody who looks after their security info, encrypted; valid for one sign-in.
 *
 * @param accountId whose
 * @param signedInAt within which sign-in
 * @param awaited the list of methods that was asked for
 * @param proven what was proven since, as far as we know; the services know for certain
 * @param errand what is to be gone on with after the next sign-in
 * @param due whether that sign-in has come
 */
public record Sitting(
        UUID accountId,
        Instant signedInAt,
        @Nullable AwaitedList awaited,
        @Nullable Proven proven,
        @Nullable Errand errand,
        boolean due) {

    /** A proof counts for ten minutes; we ask for another one in good time. */
    private static final Duration COUNTS_FOR = Duration.ofMinutes(9);

    /**
     * A list on its way.
     *
     * @param key opens it
     */
    public record AwaitedList(Pending pending, String key) {
        @Override
        public String toString() {
            return "AwaitedList[" + pending + "]";
        }
    }

    /** Which kind, and when. */
    public record Proven(MethodKind kind, Instant at) {}

    static Sitting begun(UUID accountId, Instant signedInAt) {
        return new Sitting(accountId, signedInAt, null, null, null, false);
    }

    Sitting awaiting(@Nullable AwaitedList list) {
        return new Sitting(accountId, signedInAt, list, proven, errand, due);
    }

    /** A weaker proof does not take the place of a stronger one that still counts. */
    Sitting proving(MethodKind kind, Instant now) {
        MethodKind before = provenBy(now);
        boolean keeps = before != null && Strength.of(before) > Strength.of(kind);
        return keeps ? this : new Sitting(accountId, signedInAt, awaited, new Proven(kind, now), errand, due);
    }

    Sitting leaving(@Nullable Errand undone) {
        return new Sitting(accountId, signedInAt, awaited, proven, undone, false);
    }

    /** After another sign-in nothing is left but what is still to be done. */
    Sitting in(Instant signIn) {
        return signIn.equals(signedInAt) ? this : new Sitting(accountId, signIn, null, null, errand, errand != null);
    }

    /** What was proven and still counts. */
    @Nullable
    MethodKind provenBy(Instant now) {
        return proven != null && now.isBefore(proven.at().plus(COUNTS_FOR)) ? proven.kind() : null;
    }

    @Override
    public String toString() {
        return "Sitting[" + accountId + "]";
    }
}
