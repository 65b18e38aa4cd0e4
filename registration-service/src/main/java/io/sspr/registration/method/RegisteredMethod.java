package io.sspr.registration.method;

import io.sspr.contract.MethodKind;
import io.sspr.contract.state.MethodStatus;
import io.sspr.registration.totp.TotpSeed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A method that its owner has proven, or is about to prove.
 *
 * @param methodId minted by us
 * @param accountId whose it is
 * @param kind what it is
 * @param status whether it counts
 * @param address of an e-mail method: where it reaches the person
 * @param addressFingerprint of an e-mail method: for comparing addresses of one account
 * @param seed of an app: its secret
 * @param lastStep of an app: the time step of the last accepted code
 */
public record RegisteredMethod(
        UUID methodId,
        UUID accountId,
        MethodKind kind,
        MethodStatus status,
        @Nullable String address,
        @Nullable String addressFingerprint,
        @Nullable TotpSeed seed,
        @Nullable Long lastStep) {

    /** Before the first step that any code is made for. */
    private static final long NO_STEP = -1;

    /** An e-mail method that its owner is about to prove. */
    public static RegisteredMethod email(UUID methodId, UUID accountId, String address, String fingerprint) {
        return new RegisteredMethod(
                methodId, accountId, MethodKind.EMAIL, MethodStatus.VERIFIED, address, fingerprint, null, null);
    }

    /** An authenticator app that its owner is about to prove. */
    public static RegisteredMethod app(UUID methodId, UUID accountId, TotpSeed seed) {
        return new RegisteredMethod(
                methodId, accountId, MethodKind.AUTHENTICATOR_APP, MethodStatus.VERIFIED, null, null, seed, NO_STEP);
    }

    /** The same app after a code of that step was accepted; anything else stays as it is. */
    public RegisteredMethod withStep(long step) {
        return kind == MethodKind.AUTHENTICATOR_APP
                ? new RegisteredMethod(methodId, accountId, kind, status, address, addressFingerprint, seed, step)
                : this;
    }

    /** The same with another status. */
    public RegisteredMethod with(MethodStatus changed) {
        return new RegisteredMethod(methodId, accountId, kind, changed, address, addressFingerprint, seed, lastStep);
    }

    /** Whether it can prove anything. */
    public boolean isUsable() {
        return status == MethodStatus.VERIFIED;
    }

    @Override
    public String toString() {
        return "RegisteredMethod[" + methodId + ", " + kind + ", " + status + "]";
    }
}
