package io.sspr.audit.life;

import io.sspr.audit.finding.FindingCode;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.event.AdministratorCodeIssued;
import io.sspr.contract.event.CodeAwaited;
import io.sspr.contract.event.CodeDelivered;
import io.sspr.contract.event.CodeIssued;
import io.sspr.contract.event.CodeRejected;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.DeliveryFailed;
import io.sspr.contract.event.NoticeDelivered;
import io.sspr.contract.event.VerificationEnded;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A verification begins once, counts its codes and wrong proofs, and ends once; its codes are delivered at most once each. */
final class VerificationRule {

    private static final class Verification {
        final Told begun;
        final MethodKind kind;
        final Purpose purpose;
        final @Nullable UUID resetId;
        int rounds;
        int delivered;
        int attempts;
        Instant expiresAt;

        @Nullable
        Told ended;

        Verification(Told begun, MethodKind kind, Purpose purpose, @Nullable UUID resetId, Instant expiresAt) {
            this.begun = begun;
            this.kind = kind;
            this.purpose = purpose;
            this.resetId = resetId;
            this.expiresAt = expiresAt;
        }
    }

    private final Judge judge;
    private final Map<UUID, Verification> verifications = new HashMap<>();
    private int administratorCodes;

    VerificationRule(Judge judge) {
        this.judge = judge;
    }

    void check(Life life, Activity registration) {
        for (Told told : life.registration) {
            if (told.message() instanceof CodeIssued issued) issued(told, issued);
            else if (told.message() instanceof CodeAwaited awaited) awaited(told, awaited);
            else if (told.message() instanceof CodeRejected rejected) rejected(told, rejected);
            else if (told.message() instanceof CodeVerified verified) verified(told, verified);
            else if (told.message() instanceof VerificationEnded ended) end(told, ended.verificationId(), false);
            else if (told.message() instanceof AdministratorCodeIssued issued && issued.sentBy() != null)
                administratorCodes++;
        }
        for (Verification verification : verifications.values())
            if (verification.ended == null && registration.hasGoneOnAfter(verification.expiresAt))
                judge.add(
                        FindingCode.VERIFICATION_NEVER_ENDED,
                        verification.begun,
                        verification.resetId,
                        "its verification expired at " + verification.expiresAt + ", and no end was told");
        deliveries(life);
    }

    private void issued(Told told, CodeIssued issued) {
        Verification known = verifications.get(issued.verificationId());
        if (known == null) {
            known = new Verification(told, issued.kind(), issued.purpose(), issued.resetId(), issued.expiresAt());
            verifications.put(issued.verificationId(), known);
        } else {
            if (known.ended != null)
                judge.add(
                        FindingCode.VERIFICATION_AFTER_END,
                        told,
                        issued.resetId(),
                        "a code after the end of its verification");
            same(told, known, issued.kind(), issued.purpose(), issued.resetId());
        }
        if (issued.round() != known.rounds + 1)
            judge.add(
                    FindingCode.VERIFICATION_BEGUN_TWICE,
                    told,
                    issued.resetId(),
                    "code " + issued.round() + " of its verification follows " + known.rounds);
        known.rounds = Math.max(known.rounds, issued.round());
        known.expiresAt = issued.expiresAt();
    }

    private void awaited(Told told, CodeAwaited awaited) {
        Verification begun =
                new Verification(told, awaited.kind(), awaited.purpose(), awaited.resetId(), awaited.expiresAt());
        if (verifications.putIfAbsent(awaited.verificationId(), begun) != null)
            judge.add(FindingCode.VERIFICATION_BEGUN_TWICE, told, awaited.resetId(), "its verification began before");
    }

    private void rejected(Told told, CodeRejected rejected) {
        Verification known = known(told, rejected.verificationId());
        if (known == null) return;
        if (known.ended != null)
            judge.add(
                    FindingCode.VERIFICATION_AFTER_END,
                    told,
                    rejected.resetId(),
                    "a proof after the end of its verification");
        same(told, known, rejected.kind(), rejected.purpose(), rejected.resetId());
        // The one that finds the method locked by others is not counted.
        if (rejected.attempts() != known.attempts + 1 && rejected.attempts() != known.attempts)
            judge.add(
                    FindingCode.ATTEMPTS_MISCOUNTED,
                    told,
                    rejected.resetId(),
                    "wrong proof " + rejected.attempts() + " follows " + known.attempts);
        known.attempts = Math.max(known.attempts, rejected.attempts());
    }

    private void verified(Told told, CodeVerified verified) {
        Verification known = end(told, verified.verificationId(), true);
        if (known == null) return;
        same(told, known, verified.kind(), verified.purpose(), verified.resetId());
        if (told.isAfter(known.expiresAt))
            judge.add(
                    FindingCode.PROOF_TOO_LATE,
                    told,
                    verified.resetId(),
                    "its verification had expired at " + known.expiresAt);
    }

    private @Nullable Verification end(Told told, UUID verificationId, boolean proven) {
        Verification known = known(told, verificationId);
        if (known == null) return null;
        if (known.ended != null) {
            boolean twice = proven && known.ended.message() instanceof CodeVerified;
            judge.add(
                    twice ? FindingCode.PROOF_USED_TWICE : FindingCode.VERIFICATION_ENDED_TWICE,
                    told,
                    known.resetId,
                    "its verification had ended at " + known.ended.place());
        } else known.ended = told;
        return known;
    }

    private @Nullable Verification known(Told told, UUID verificationId) {
        Verification known = verifications.get(verificationId);
        if (known == null)
            judge.add(FindingCode.VERIFICATION_UNKNOWN, told, "verification " + verificationId + " never began");
        return known;
    }

    private void same(Told told, Verification known, MethodKind kind, Purpose purpose, @Nullable UUID resetId) {
        if (known.kind != kind || known.purpose != purpose || !Objects.equals(known.resetId, resetId))
            judge.add(
                    FindingCode.VERIFICATION_CHANGED,
                    told,
                    resetId,
                    "it began at " + known.begun.place() + " for another kind, purpose or reset");
    }

    private void deliveries(Life life) {
        Set<UUID> outcomes = new HashSet<>();
        for (Told told : life.notification) {
            UUID delivery = null;
            UUID verification = null;
            if (told.message() instanceof CodeDelivered code) {
                delivery = code.deliveryId();
                verification = code.verificationId();
            } else if (told.message() instanceof DeliveryFailed failed) {
                delivery = failed.deliveryId();
                verification = failed.verificationId();
            } else if (told.message() instanceof NoticeDelivered notice) delivery = notice.deliveryId();
            if (delivery != null && !outcomes.add(delivery))
                judge.add(FindingCode.DELIVERY_REPEATED, told, "delivery " + delivery + " had an outcome before");
            else if (verification != null) delivered(told, verification);
        }
    }

    private void delivered(Told told, UUID verificationId) {
        Verification known = verifications.get(verificationId);
        if (known == null) {
            // A code that an administrator asked for is sent before any verification begins.
            if (--administratorCodes < 0)
                judge.add(FindingCode.VERIFICATION_UNKNOWN, told, "verification " + verificationId + " never began");
        } else if (++known.delivered > known.rounds)
            judge.add(
                    FindingCode.DELIVERY_UNASKED,
                    told,
                    known.resetId,
                    "outcome " + known.delivered + " of " + known.rounds + " codes");
    }
}
