package io.sspr.registration.verification;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.policy.CodeLimits;
import io.sspr.contract.policy.ProofLimits;
import io.sspr.registration.kind.Match;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything that is decided about a verification, and the only place where it is; see {@code verification.mermaid}. */
public final class VerificationDecider {

    private VerificationDecider() {}

    /** A new verification. */
    public static Progress begin(MethodKind kind, CodeLimits limits, Instant now, Instant notBeyond) {
        return inRound(1, kind, limits, 0, now, notBeyond);
    }

    /** Whether a proof is to be compared; wrong ones are counted before anybody can know that they are. */
    static Admission admit(Progress progress, ProofTally tally, ProofLimits limits, boolean knowsSecret, Instant now) {
        Refusal obstacle = obstacle(progress, knowsSecret, now);
        if (obstacle != null) return new Admission.Refused(obstacle, null);
        // The policy can have become stricter since the last one.
        if (progress.attempts() >= limits.inVerification())
            return new Admission.Refused(Refusal.TOO_MANY_ATTEMPTS, null);
        if (tally.isExhausted(limits)) return new Admission.Exhausted(exhausted(progress));
        Instant delay = tally.delayAt(now);
        if (delay != null) return new Admission.Refused(Refusal.TOO_SOON, delay);
        return new Admission.Counted(progress.withOneMoreAttempt(), tally.withOneMore(limits, now));
    }

    /** Told as if the last proof that was compared had locked the method. */
    private static Verdict.Rejected exhausted(Progress progress) {
        VerificationStatus status = VerificationStatus.METHOD_LOCKED;
        return new Verdict.Rejected(progress.with(status), status.recorded(), status.told(), 0, null);
    }

    /** What the comparison comes to. */
    static Verdict judge(Admission.Counted counted, Match match, ProofLimits limits) {
        Progress progress = counted.progress();
        if (match instanceof Match.Right right)
            return new Verdict.Proven(progress.with(VerificationStatus.VERIFIED), right.used());
        Refusal recorded = ((Match.Wrong) match).reason();
        VerificationStatus status = VerificationStatus.OPEN;
        if (progress.attempts() >= limits.inVerification()) status = VerificationStatus.TOO_MANY_ATTEMPTS;
        if (counted.tally().isExhausted(limits)) status = VerificationStatus.METHOD_LOCKED;
        boolean open = status == VerificationStatus.OPEN;
        return new Verdict.Rejected(
                progress.with(status),
                recorded,
                open ? Refusal.WRONG_PROOF : status.told(),
                open ? limits.inVerification() - progress.attempts() : 0,
                counted.tally().notBefore());
    }

    /** Whether a new code is made. */
    static Renewal renew(Progress progress, MethodKind kind, CodeLimits limits, boolean knowsSecret, Instant now) {
        Refusal obstacle = obstacle(progress, knowsSecret, now);
        if (obstacle != null) return new Renewal.Refused(obstacle, null);
        if (!kind.sendsCode()) return new Renewal.Refused(Refusal.OUT_OF_ORDER, null);
        Instant resendAt = progress.resendAt();
        if (resendAt == null) return new Renewal.Refused(Refusal.NO_MORE_CODES, null);
        if (now.isBefore(resendAt)) return new Renewal.Refused(Refusal.TOO_SOON, resendAt);
        return new Renewal.Granted(
                inRound(progress.round() + 1, kind, limits, progress.attempts(), now, progress.notBeyond()));
    }

    /** One that is replaced, or whose reset has ended. */
    static Progress end(Progress progress) {
        return over(progress, VerificationStatus.ENDED);
    }

    /** One whose time is up. */
    static Progress expire(Progress progress) {
        return over(progress, VerificationStatus.EXPIRED);
    }

    private static Progress over(Progress progress, VerificationStatus status) {
        if (progress.status() != VerificationStatus.OPEN)
            throw new IllegalStateException("a verification that is over cannot end again");
        return progress.with(status);
    }

    private static @Nullable Refusal obstacle(Progress progress, boolean knowsSecret, Instant now) {
        // First, so that nobody but its owner hears anything of a flow.
        if (!knowsSecret) return Refusal.WRONG_FLOW_SECRET;
        if (progress.status() != VerificationStatus.OPEN)
            return progress.status().told();
        return now.isBefore(progress.expiresAt()) ? null : Refusal.EXPIRED;
    }

    private static Progress inRound(
            int round, MethodKind kind, CodeLimits limits, int attempts, Instant now, Instant notBeyond) {
        int life = kind == MethodKind.EMAIL ? limits.mailLifeSeconds() : limits.lifeSeconds();
        Instant end = now.plusSeconds(life);
        boolean more = kind.sendsCode() && round <= limits.resends();
        Duration wait = Duration.ofSeconds(limits.firstResendSeconds()).multipliedBy(1L << (round - 1));
        return new Progress(
                VerificationStatus.OPEN,
                attempts,
                round,
                WholeSeconds.before(end.isBefore(notBeyond) ? end : notBeyond),
                notBeyond,
                more ? WholeSeconds.after(now.plus(wait)) : null);
    }
}
