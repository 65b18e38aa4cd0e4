package io.sspr.registration.verification;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be proven, and whose it is.
 *
 * @param accountId a known account, or an id derived from an unknown login
 * @param methodId the method, the one that is to be, or of a decoy an id that nobody has
 * @param countedAs under which wrong proofs in a row are counted: whatever stays the same when one tries again
 * @param resetId the reset it is for
 * @param decoy whether nobody can prove it
 */
public record Target(
        UUID accountId,
        UUID methodId,
        UUID countedAs,
        MethodKind kind,
        Purpose purpose,
        @Nullable UUID resetId,
        boolean decoy) {

    /** Whether it is about a password, and not about methods. */
    boolean isForReset() {
        return purpose == Purpose.RESET || purpose == Purpose.UNLOCK;
    }

    /** The account as events name it: not at all for a decoy. */
    @Nullable
    UUID toldAccountId() {
        return decoy ? null : accountId;
    }
}
