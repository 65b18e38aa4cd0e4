package io.sspr.registration.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.policy.CodeLimits;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.policy.ProofLimits;
import io.sspr.registration.kind.Match;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationDeciderTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final ProofLimits PROOFS = Presets.SAFE_LIMITS.proofs();
    private static final CodeLimits CODES = Presets.SAFE_LIMITS.codes();
    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final Match RIGHT = new Match.Right("7");
    private static final Match WRONG = new Match.Wrong(Refusal.WRONG_PROOF);

    private final Progress begun = VerificationDecider.begin(MethodKind.EMAIL, CODES, NOW, LATER);

    @Test
    void givesACodeTenMinutesAndOneByMailFifteen() {
        assertThat(VerificationDecider.begin(MethodKind.SMS, CODES, NOW, LATER).expiresAt())
                .isEqualTo(NOW.plusSeconds(600));
        assertThat(begun.expiresAt()).isEqualTo(NOW.plusSeconds(900));
        assertThat(begun.round()).isEqualTo(1);
    }

    @Test
    void t8InPresetEntraACodeTypedFiveMinutesAndASecondLaterHasExpired() {
        CodeLimits entra = Presets.entra().limits().codes();
        for (MethodKind kind : List.of(MethodKind.EMAIL, MethodKind.SMS, MethodKind.AUTHENTICATOR_APP)) {
            Progress sent = VerificationDecider.begin(kind, entra, NOW, LATER);
            assertThat(VerificationDecider.admit(sent, ProofTally.NONE, PROOFS, true, NOW.plusSeconds(299)))
                    .isInstanceOf(Admission.Counted.class);
            assertThat(VerificationDecider.admit(sent, ProofTally.NONE, PROOFS, true, NOW.plusSeconds(301)))
                    .isEqualTo(new Admission.Refused(Refusal.EXPIRED, null));
        }
    }

    @Test
    void letsNoCodeOutliveItsReset() {
        Instant end = NOW.plusSeconds(90);
        assertThat(VerificationDecider.begin(MethodKind.EMAIL, CODES, NOW, end).expiresAt())
                .isEqualTo(end);
        Progress renewed = granted(VerificationDecider.renew(
                VerificationDecider.begin(MethodKind.EMAIL, CODES, NOW, end),
                MethodKind.EMAIL,
                CODES,
                true,
                NOW.plusSeconds(60)));
        assertThat(renewed.expiresAt()).isEqualTo(end);
    }

    @Test
    void tellsWholeSecondsSoThatAllRepliesHaveOneLength() {
        Progress progress = VerificationDecider.begin(MethodKind.EMAIL, CODES, NOW.plusNanos(123_456_789), LATER);
        assertThat(progress.expiresAt()).isEqualTo(NOW.plusSeconds(900));
        assertThat(progress.resendAt()).isEqualTo(NOW.plusSeconds(31));
    }

    @Test
    void provesAMethodOnce() {
        Verdict verdict = VerificationDecider.judge(counted(begun, ProofTally.NONE, NOW), RIGHT, PROOFS);
        assertThat(verdict).isInstanceOf(Verdict.Proven.class);
        Progress proven = ((Verdict.Proven) verdict).progress();
        assertThat(proven.status()).isEqualTo(VerificationStatus.VERIFIED);
        assertThat(VerificationDecider.admit(proven, ProofTally.NONE, PROOFS, true, NOW))
                .isEqualTo(new Admission.Refused(Refusal.PROOF_ALREADY_USED, null));
    }

    @Test
    void endsWithTheFifthWrongProof() {
        Progress progress = begun;
        ProofTally tally = ProofTally.NONE;
        for (int left = 4; left > 0; left--) {
            Admission.Counted counted = counted(progress, tally, NOW);
            Verdict.Rejected rejected = (Verdict.Rejected) VerificationDecider.judge(counted, WRONG, PROOFS);
            assertThat(rejected.attemptsLeft()).isEqualTo(left);
            assertThat(rejected.told()).isEqualTo(Refusal.WRONG_PROOF);
            assertThat(rejected.isEnd()).isFalse();
            progress = rejected.progress();
            tally = counted.tally();
        }
        Verdict.Rejected last =
                (Verdict.Rejected) VerificationDecider.judge(counted(progress, tally, NOW), WRONG, PROOFS);
        assertThat(last.attemptsLeft()).isZero();
        assertThat(last.told()).isEqualTo(Refusal.TOO_MANY_ATTEMPTS);
        assertThat(last.retryAt()).isEqualTo(NOW.plusSeconds(30));
        assertThat(last.progress().status()).isEqualTo(VerificationStatus.TOO_MANY_ATTEMPTS);
        assertThat(VerificationDecider.admit(last.progress(), ProofTally.NONE, PROOFS, true, NOW))
                .isEqualTo(new Admission.Refused(Refusal.TOO_MANY_ATTEMPTS, null));
    }

    @Test
    void acceptsTheRightProofAtTheFifthTry() {
        Progress four = new Progress(VerificationStatus.OPEN, 4, 1, begun.expiresAt(), LATER, null);
        assertThat(VerificationDecider.judge(counted(four, ProofTally.NONE, NOW), RIGHT, PROOFS))
                .isInstanceOf(Verdict.Proven.class);
    }

    @Test
    void locksTheMethodWithTheHundredthWrongProofInARowAndTellsAnOutsiderNothingOfIt() {
        Verdict.Rejected rejected = (Verdict.Rejected)
                VerificationDecider.judge(counted(begun, new ProofTally(99, null), NOW), WRONG, PROOFS);
        assertThat(rejected.progress().status()).isEqualTo(VerificationStatus.METHOD_LOCKED);
        assertThat(rejected.told()).isEqualTo(Refusal.TOO_MANY_ATTEMPTS);
        assertThat(rejected.attemptsLeft()).isZero();
    }

    @Test
    void comparesNothingAfterAHundredWrongProofsInARowAndEnds() {
        assertThat(VerificationDecider.admit(begun, new ProofTally(100, null), PROOFS, true, NOW))
                .isEqualTo(new Admission.Exhausted(new Verdict.Rejected(
                        begun.with(VerificationStatus.METHOD_LOCKED),
                        Refusal.METHOD_LOCKED,
                        Refusal.TOO_MANY_ATTEMPTS,
                        0,
                        null)));
    }

    @Test
    void tellsTheEventButNotTheClientThatACodeWasUsedBefore() {
        Verdict.Rejected rejected = (Verdict.Rejected) VerificationDecider.judge(
                counted(begun, ProofTally.NONE, NOW), new Match.Wrong(Refusal.PROOF_ALREADY_USED), PROOFS);
        assertThat(rejected.recorded()).isEqualTo(Refusal.PROOF_ALREADY_USED);
        assertThat(rejected.told()).isEqualTo(Refusal.WRONG_PROOF);
        assertThat(rejected.progress().attempts()).isEqualTo(1);
    }

    @Test
    void neitherComparesNorCountsBeforeTheDelayIsOver() {
        Instant notBefore = NOW.plusSeconds(30);
        ProofTally tally = new ProofTally(5, notBefore);
        assertThat(VerificationDecider.admit(begun, tally, PROOFS, true, NOW))
                .isEqualTo(new Admission.Refused(Refusal.TOO_SOON, notBefore));
        Admission.Counted counted = counted(begun, tally, notBefore);
        assertThat(counted.tally()).isEqualTo(new ProofTally(6, notBefore.plusSeconds(60)));
    }

    @Test
    void saysNothingToWhoeverDoesNotKnowTheFlowsSecret() {
        for (VerificationStatus status : VerificationStatus.values()) {
            assertThat(VerificationDecider.admit(begun.with(status), new ProofTally(100, LATER), PROOFS, false, LATER))
                    .isEqualTo(new Admission.Refused(Refusal.WRONG_FLOW_SECRET, null));
            assertThat(VerificationDecider.renew(begun.with(status), MethodKind.EMAIL, CODES, false, LATER))
                    .isEqualTo(new Renewal.Refused(Refusal.WRONG_FLOW_SECRET, null));
        }
    }

    @Test
    void takesNothingAfterTheEndOfTheCodesLife() {
        Instant end = begun.expiresAt();
        assertThat(VerificationDecider.admit(begun, ProofTally.NONE, PROOFS, true, end.minusNanos(1)))
                .isInstanceOf(Admission.Counted.class);
        assertThat(VerificationDecider.admit(begun, ProofTally.NONE, PROOFS, true, end))
                .isEqualTo(new Admission.Refused(Refusal.EXPIRED, null));
        assertThat(VerificationDecider.renew(begun, MethodKind.EMAIL, CODES, true, end))
                .isEqualTo(new Renewal.Refused(Refusal.EXPIRED, null));
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFIED, PROOF_ALREADY_USED",
        "TOO_MANY_ATTEMPTS, TOO_MANY_ATTEMPTS",
        "METHOD_LOCKED, TOO_MANY_ATTEMPTS",
        "EXPIRED, EXPIRED",
        "ENDED, ENDED"
    })
    void refusesWhateverComesAfterTheEnd(VerificationStatus status, Refusal reason) {
        assertThat(VerificationDecider.admit(begun.with(status), ProofTally.NONE, PROOFS, true, NOW))
                .isEqualTo(new Admission.Refused(reason, null));
        assertThat(VerificationDecider.renew(begun.with(status), MethodKind.EMAIL, CODES, true, LATER))
                .isEqualTo(new Renewal.Refused(reason, null));
        assertThatThrownBy(() -> VerificationDecider.end(begun.with(status))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void makesThreeNewCodesAtTimesThatDouble() {
        Instant at = NOW;
        Progress progress = begun;
        for (int wait : new int[] {30, 60, 120}) {
            Instant next = at.plusSeconds(wait);
            assertThat(progress.resendAt()).isEqualTo(next);
            assertThat(VerificationDecider.renew(progress, MethodKind.EMAIL, CODES, true, next.minusNanos(1)))
                    .isEqualTo(new Renewal.Refused(Refusal.TOO_SOON, next));
            progress = granted(VerificationDecider.renew(progress, MethodKind.EMAIL, CODES, true, next));
            assertThat(progress.expiresAt()).isEqualTo(next.plusSeconds(900));
            at = next;
        }
        assertThat(progress.round()).isEqualTo(4);
        assertThat(progress.resendAt()).isNull();
        assertThat(VerificationDecider.renew(progress, MethodKind.EMAIL, CODES, true, at.plusSeconds(500)))
                .isEqualTo(new Renewal.Refused(Refusal.NO_MORE_CODES, null));
    }

    @Test
    void givesNoNewAttemptsWithANewCode() {
        Progress three = new Progress(VerificationStatus.OPEN, 3, 1, begun.expiresAt(), LATER, NOW);
        assertThat(granted(VerificationDecider.renew(three, MethodKind.EMAIL, CODES, true, NOW))
                        .attempts())
                .isEqualTo(3);
    }

    @Test
    void sendsNothingForAnApp() {
        Progress app = VerificationDecider.begin(MethodKind.AUTHENTICATOR_APP, CODES, NOW, LATER);
        assertThat(app.resendAt()).isNull();
        assertThat(VerificationDecider.renew(app, MethodKind.AUTHENTICATOR_APP, CODES, true, NOW.plusSeconds(60)))
                .isEqualTo(new Renewal.Refused(Refusal.OUT_OF_ORDER, null));
    }

    private static Admission.Counted counted(Progress progress, ProofTally tally, Instant now) {
        return (Admission.Counted) VerificationDecider.admit(progress, tally, PROOFS, true, now);
    }

    private static Progress granted(Renewal renewal) {
        return ((Renewal.Granted) renewal).progress();
    }
}
