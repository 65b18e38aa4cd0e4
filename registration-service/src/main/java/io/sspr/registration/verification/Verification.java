package io.sspr.registration.verification;

import io.sspr.contract.Purpose;
import io.sspr.contract.event.CodeAwaited;
import io.sspr.contract.event.CodeIssued;
import io.sspr.contract.event.CodeRejected;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.Event;
import io.sspr.contract.event.VerificationEnded;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.state.MethodStatus;
import io.sspr.registration.flow.FlowName;
import io.sspr.registration.method.RegisteredMethod;
import io.sspr.registration.signin.SignIn;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One try-series to prove one method for one purpose.
 *
 * @param id minted by us
 * @param flow the flow it belongs to
 * @param flowHash base64url SHA-256 of the flow's secret
 * @param target what is to be proven
 * @param occasion of one that somebody who is signed in began
 * @param locale in which the person is written to
 * @param progress how far it has come
 * @param secrets what it is checked with
 */
public record Verification(
        UUID id,
        FlowName flow,
        String flowHash,
        Target target,
        @Nullable Occasion occasion,
        String locale,
        Progress progress,
        Secrets secrets) {

    Verification with(Progress changed) {
        return new Verification(id, flow, flowHash, target, occasion, locale, changed, secrets);
    }

    Verification with(Progress changed, Secrets renewed) {
        return new Verification(id, flow, flowHash, target, occasion, locale, changed, renewed);
    }

    /** The same at its end, if its time is up by then and nothing else ended it. */
    public Optional<Verification> expiredAt(Instant now) {
        return isOpen() && !now.isBefore(progress.expiresAt())
                ? Optional.of(with(VerificationDecider.expire(progress)))
                : Optional.empty();
    }

    boolean isOpen() {
        return progress.status() == VerificationStatus.OPEN;
    }

    /** The sign-in in which it was begun. */
    SignIn signIn(Occasion begun) {
        return new SignIn(flow.client(), target.accountId(), begun.signedInAt());
    }

    /** The same if it is open, at its end without a proof. */
    public Optional<Verification> cutShort() {
        return isOpen() ? Optional.of(with(VerificationDecider.end(progress))) : Optional.empty();
    }

    /** Whether somebody who is signed in began it. */
    public boolean isOfSignIn() {
        return occasion != null;
    }

    boolean isToRegister() {
        return target.purpose() == Purpose.REGISTER;
    }

    /** What everybody hears when a code is made here or awaited from the person's own device. */
    Event begun() {
        return target.kind().sendsCode()
                ? new CodeIssued(
                        id,
                        target.toldAccountId(),
                        target.resetId(),
                        target.kind(),
                        target.purpose(),
                        progress.round(),
                        progress.expiresAt())
                : new CodeAwaited(
                        id,
                        target.toldAccountId(),
                        target.resetId(),
                        target.kind(),
                        target.purpose(),
                        progress.expiresAt());
    }

    /** What everybody hears when it ended without success. */
    public VerificationEnded ended() {
        return new VerificationEnded(
                id, target.toldAccountId(), target.resetId(), progress.status().recorded());
    }

    CodeVerified verified(RegisteredMethod method) {
        return new CodeVerified(
                id,
                target.accountId(),
                target.resetId(),
                target.methodId(),
                target.kind(),
                target.purpose(),
                method.status() == MethodStatus.IMPORTED ? true : null);
    }

    CodeRejected rejected(Verdict.Rejected verdict) {
        return new CodeRejected(
                id,
                target.toldAccountId(),
                target.resetId(),
                target.kind(),
                target.purpose(),
                verdict.recorded(),
                verdict.progress().attempts());
    }

    /** What the client hears when a proof is awaited. */
    ChallengeReady challenge(@Nullable Sealed enrolment, @Nullable String hint) {
        return new ChallengeReady(
                flow.flow(),
                target.kind(),
                target.kind().digits(),
                progress.expiresAt(),
                progress.resendAt(),
                enrolment,
                hint);
    }
}
