package io.sspr.registration.method;

import io.sspr.contract.MethodKind;
import io.sspr.contract.state.MethodStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A method of an account, or one that is about to be.
 *
 * @param methodId minted by us
 * @param accountId whose it is
 * @param kind what it is
 * @param status whether it counts
 * @param address where it reaches the person, if it does
 * @param addressFingerprint for comparing addresses of one account
 * @param secret what it is proven with, if that does not change, as its kind writes it
 * @param usedUpTo of an app: the time step of the last accepted code
 * @param usableFrom of a quarantined one: when it begins to count
 * @param usableUntil of one with an end: when that is
 * @param preferred whether its owner chose it to be the one of its kind
 * @param importRank of one that provisioning told of: its place in the organisation's list
 */
public record RegisteredMethod(
        UUID methodId,
        UUID accountId,
        MethodKind kind,
        MethodStatus status,
        @Nullable String address,
        @Nullable String addressFingerprint,
        @Nullable String secret,
        @Nullable Long usedUpTo,
        @Nullable Instant usableFrom,
        @Nullable Instant usableUntil,
        boolean preferred,
        @Nullable Integer importRank) {

    /** One that messages reach. */
    public static RegisteredMethod reaching(
            UUID methodId, UUID accountId, MethodKind kind, String address, String fingerprint) {
        return new RegisteredMethod(
                methodId,
                accountId,
                kind,
                MethodStatus.VERIFIED,
                address,
                fingerprint,
                null,
                null,
                null,
                null,
                false,
                null);
    }

    /** One with a secret, or one whose secrets are kept elsewhere. */
    public static RegisteredMethod holding(UUID methodId, UUID accountId, MethodKind kind, @Nullable String secret) {
        return new RegisteredMethod(
                methodId, accountId, kind, MethodStatus.VERIFIED, null, null, secret, null, null, null, false, null);
    }

    /** The same with another status; of a quarantine nothing is left. */
    public RegisteredMethod with(MethodStatus changed) {
        return copy(changed, usedUpTo, null, usableUntil, preferred, importRank);
    }

    /** The same after everything up to that was used. */
    public RegisteredMethod usedUpTo(long used) {
        return copy(status, used, usableFrom, usableUntil, preferred, importRank);
    }

    /** The same, counting only from then on. */
    public RegisteredMethod quarantinedUntil(Instant from) {
        return copy(MethodStatus.QUARANTINED, usedUpTo, from, usableUntil, preferred, importRank);
    }

    /** The same, counting only until then. */
    public RegisteredMethod usableUntil(Instant until) {
        return copy(status, usedUpTo, usableFrom, until, preferred, importRank);
    }

    /** The same as the one of its kind that its owner chose. */
    public RegisteredMethod asPreferred() {
        return copy(status, usedUpTo, usableFrom, usableUntil, true, importRank);
    }

    /** The same as provisioning told of it, at that place of its list. */
    public RegisteredMethod imported(int rank) {
        return copy(MethodStatus.IMPORTED, usedUpTo, usableFrom, usableUntil, preferred, rank);
    }

    /** The same at another place of that list. */
    RegisteredMethod ranked(int rank) {
        return copy(status, usedUpTo, usableFrom, usableUntil, preferred, rank);
    }

    /** Whether it is the organisation's and not the person's own. */
    public boolean isImported() {
        return importRank != null;
    }

    private RegisteredMethod copy(
            MethodStatus status,
            @Nullable Long usedUpTo,
            @Nullable Instant usableFrom,
            @Nullable Instant usableUntil,
            boolean preferred,
            @Nullable Integer importRank) {
        return new RegisteredMethod(
                methodId,
                accountId,
                kind,
                status,
                address,
                addressFingerprint,
                secret,
                usedUpTo,
                usableFrom,
                usableUntil,
                preferred,
                importRank);
    }

    @Override
    public String toString() {
        return "RegisteredMethod[" + methodId + ", " + kind + ", " + status + "]";
    }
}
