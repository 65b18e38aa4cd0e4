package io.sspr.reset.flow;

import static io.sspr.contract.MethodKind.AUTHENTICATOR_APP;
import static io.sspr.contract.MethodKind.EMAIL;
import static io.sspr.reset.flow.AReset.ACCOUNT;
import static io.sspr.reset.flow.AReset.CURRENT;
import static io.sspr.reset.flow.AReset.JANE;
import static io.sspr.reset.flow.AReset.KNOWN;
import static io.sspr.reset.flow.AReset.NOON;
import static io.sspr.reset.flow.AReset.PHC;
import static io.sspr.reset.flow.AReset.SECRET;
import static io.sspr.reset.flow.AReset.UNKNOWN;
import static io.sspr.reset.flow.AReset.bad;
import static io.sspr.reset.flow.AReset.beginning;
import static io.sspr.reset.flow.AReset.flooded;
import static io.sspr.reset.flow.AReset.good;
import static io.sspr.reset.flow.AReset.method;
import static io.sspr.reset.flow.AReset.policy;
import static io.sspr.reset.flow.AReset.proof;
import static io.sspr.reset.flow.AReset.under;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.PasswordRule;
import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.GatePassed;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.contract.event.PasswordRefused;
import io.sspr.contract.event.ResetAuthorized;
import io.sspr.contract.event.ResetCancelled;
import io.sspr.contract.event.ResetExpired;
import io.sspr.contract.event.ResetRequested;
import io.sspr.contract.event.VerificationRequested;
import io.sspr.contract.internal.StartVerification;
import io.sspr.contract.policy.Ineligibility;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.NotEligible;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.seal.FlowSecret;
import io.sspr.contract.state.Policy;
import io.sspr.reset.APolicy;
import io.sspr.reset.account.Asker;
import io.sspr.reset.credential.NewPassword;
import io.sspr.reset.throttle.Admission;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ResetDeciderTests {

    private static final Policy ONE = policy(1, EMAIL, AUTHENTICATOR_APP);
    private static final Policy TWO = policy(2, EMAIL, AUTHENTICATOR_APP);
    private static final Admission FREE = new Admission.Free();

    private final ResetDecider decider = new ResetDecider();
    private Instant now = NOON;

    @Nested
    class Beginnings {

        @Test
        void aResetOffersTheKindsOfThePolicyForAQuarterOfAnHour() {
            ResetDecision.Goes goes = goes(decider.begin(beginning(KNOWN, 2), null, false, FREE, TWO));

            Instant expiresAt = NOON.plus(Duration.ofMinutes(15));
            assertThat(goes.reply())
                    .isEqualTo(new MethodsOffered(new UUID(0, 3), List.of(EMAIL, AUTHENTICATOR_APP), 2, expiresAt));
            assertThat(goes.events())
                    .containsExactly(new ResetRequested(new UUID(0, 2), ACCOUNT, "portal", 2, expiresAt));
        }

        @Test
        void nobodyKnownIsOfferedTheSameAndNoEventNamesAnAccount() {
            ResetDecision.Goes known = goes(decider.begin(beginning(KNOWN, 1), null, false, FREE, ONE));
            ResetDecision.Goes unknown = goes(decider.begin(beginning(UNKNOWN, 1), null, false, FREE, ONE));

            assertThat(unknown.reply()).isEqualTo(known.reply());
            assertThat(unknown.events())
                    .containsExactly(
                            new ResetRequested(new UUID(0, 2), null, "portal", 1, NOON.plus(Duration.ofMinutes(15))));
        }

        @Test
        void whoIsNotEligibleIsToldThemselvesAndWhoAsksOnlyInHelpfulDisclosure() {
            Ineligible frozen = new Ineligible(ACCOUNT, Ineligibility.FROZEN);
            Policy helpful = APolicy.like(ONE).helpful().policy();
            ResetDecision.Goes strict = goes(decider.begin(beginning(UNKNOWN, 1), frozen, false, FREE, ONE));
            ResetDecision.Goes open = goes(decider.begin(beginning(UNKNOWN, 1), frozen, false, FREE, helpful));

            assertThat(strict.reply())
                    .isEqualTo(goes(decider.begin(beginning(UNKNOWN, 1), null, false, FREE, ONE))
                            .reply());
            assertThat(open.reply()).isEqualTo(new NotEligible(new UUID(0, 3), Ineligibility.FROZEN));
            Instant expiresAt = NOON.plus(Duration.ofMinutes(15));
            assertThat(strict.events())
                    .isEqualTo(open.events())
                    .containsExactly(
                            new ResetRequested(new UUID(0, 2), ACCOUNT, "portal", 1, expiresAt, Ineligibility.FROZEN));
        }

        @Test
        void aFlowBeginsOnce() {
            assertThat(decider.begin(beginning(KNOWN, 1), null, true, FREE, ONE))
                    .isEqualTo(ResetDecision.refused(Refusal.FLOW_EXISTS));
        }

        @Test
        void tooManyHaveToWait() {
            assertThat(decider.begin(
                            beginning(KNOWN, 1), null, false, new Admission.TooSoon(NOON.plusSeconds(30)), ONE))
                    .isEqualTo(new ResetDecision.Refused(Refusal.TOO_SOON, NOON.plusSeconds(30)));
        }

        @Test
        void inAFloodTheFirstMethodIsAStrongOneAndTheSecondAnyOther() {
            Reset reset = goes(decider.begin(flooded(2), null, false, new Admission.StrongOnly(), TWO))
                    .reset();

            assertThat(reset.offered(under(TWO))).containsExactly(AUTHENTICATOR_APP);
            assertThat(choose(reset, EMAIL, TWO)).isEqualTo(ResetDecision.refused(Refusal.KIND_NOT_OFFERED));
            assertThat(pass(reset, AUTHENTICATOR_APP, TWO).offered(under(TWO))).containsExactly(EMAIL);
        }

        @Test
        void inAFloodWithoutStrongMethodsAllAreOffered() {
            Policy weak = policy(1, EMAIL);

            assertThat(new Reset.Choosing(flooded(1), Progress.none(NOON)).offered(under(weak)))
                    .containsExactly(EMAIL);
        }
    }

    @Nested
    class Choices {

        @Test
        void aChoiceStartsAVerificationAndLeavesTheAnswerToIt() {
            UUID verification = new UUID(0, 9);
            now = NOON.plus(Duration.ofMinutes(10));

            ResetDecision.Goes goes =
                    goes(decider.choose(begun(KNOWN, 1), SECRET.text(), EMAIL, under(ONE), verification, now));

            assertThat(goes.reply()).isNull();
            assertThat(goes.events())
                    .containsExactly(new VerificationRequested(new UUID(0, 2), verification, ACCOUNT, EMAIL, 1));
            assertThat(goes.asked())
                    .isEqualTo(new StartVerification(
                            verification,
                            new UUID(0, 2),
                            ACCOUNT,
                            EMAIL,
                            Purpose.RESET,
                            "portal",
                            new UUID(0, 3),
                            SECRET.hash(),
                            NOON.plus(Duration.ofMinutes(25))));
        }

        @Test
        void nobodyKnownIsVerifiedLikeAnybodyByTheirDecoy() {
            ResetDecision.Goes known = goes(choose(begun(KNOWN, 1), EMAIL, ONE));
            ResetDecision.Goes unknown = goes(choose(begun(UNKNOWN, 1), EMAIL, ONE));

            assertThat(unknown.asked()).isEqualTo(known.asked());
            assertThat(unknown.events())
                    .containsExactly(new VerificationRequested(new UUID(0, 2), new UUID(0, 50), null, EMAIL, 1));
        }

        @Test
        void onlyWhoBeganItCanGoOn() {
            String other = FlowSecret.generate(new SecureRandom()).text();

            assertThat(decider.choose(begun(KNOWN, 1), other, EMAIL, under(ONE), new UUID(0, 9), now))
                    .isEqualTo(ResetDecision.refused(Refusal.WRONG_FLOW_SECRET));
            assertThat(decider.cancel(begun(KNOWN, 1), other, ONE, now))
                    .isEqualTo(ResetDecision.refused(Refusal.WRONG_FLOW_SECRET));
            assertThat(decider.refusalOfPassword(authorised(), other, under(ONE), now))
                    .contains(Refusal.WRONG_FLOW_SECRET);
        }

        @Test
        void aKindThatIsNotInForceIsNotOffered() {
            assertThat(choose(begun(KNOWN, 1), EMAIL, policy(1, AUTHENTICATOR_APP)))
                    .isEqualTo(ResetDecision.refused(Refusal.KIND_NOT_OFFERED));
        }

        @Test
        void theSecondMethodIsOfAnotherKind() {
            Reset reset = pass(begun(KNOWN, 2), EMAIL, TWO);

            assertThat(choose(reset, EMAIL, TWO)).isEqualTo(ResetDecision.refused(Refusal.METHODS_NOT_DIFFERENT));
            assertThat(goes(choose(reset, AUTHENTICATOR_APP, TWO)).events())
                    .containsExactly(
                            new VerificationRequested(new UUID(0, 2), new UUID(0, 51), ACCOUNT, AUTHENTICATOR_APP, 2));
        }

        @Test
        void thereAreTenOfThem() {
            Reset reset = begun(KNOWN, 1);
            for (int i = 0; i < 10; i++) reset = goes(choose(reset, EMAIL, ONE)).reset();

            assertThat(choose(reset, EMAIL, ONE)).isEqualTo(ResetDecision.refused(Refusal.TOO_MANY_ATTEMPTS));
        }

        @Test
        void whenEnoughIsProvenThereIsNothingToChoose() {
            assertThat(choose(authorised(), AUTHENTICATOR_APP, ONE))
                    .isEqualTo(ResetDecision.refused(Refusal.OUT_OF_ORDER));
        }
    }

    @Nested
    class Proofs {

        @Test
        void theLastOneNeededAuthorises() {
            ResetDecision.Goes goes = goes(decider.pass(proving(1), proof(proving(1)), under(ONE), now));

            assertThat(goes.events())
                    .containsExactly(
                            new GatePassed(new UUID(0, 2), ACCOUNT, new UUID(0, 50), method(EMAIL), EMAIL, 1),
                            new ResetAuthorized(new UUID(0, 2), ACCOUNT));
            assertThat(goes.reply())
                    .isEqualTo(new io.sspr.contract.reply.ResetAuthorized(
                            new UUID(0, 3), NOON.plus(Duration.ofMinutes(15)), ONE.passwordRules()));
        }

        @Test
        void oneOfTwoAsksForAnother() {
            ResetDecision.Goes goes = goes(decider.pass(proving(2), proof(proving(2)), under(TWO), now));

            assertThat(goes.reply())
                    .isEqualTo(new io.sspr.contract.reply.GatePassed(
                            new UUID(0, 3), List.of(AUTHENTICATOR_APP), 1, NOON.plus(Duration.ofMinutes(15))));
            assertThat(goes.events()).hasSize(1);
        }

        @Test
        void thePolicyThatBecameStricterCounts() {
            assertThat(goes(decider.pass(proving(1), proof(proving(1)), under(TWO), now))
                            .reset())
                    .isInstanceOf(Reset.Choosing.class);
        }

        @Test
        void thePolicyThatBecameLaxerDoesNot() {
            assertThat(goes(decider.pass(proving(2), proof(proving(2)), under(ONE), now))
                            .reset())
                    .isInstanceOf(Reset.Choosing.class);
        }

        @Test
        void anEarlierVerificationDoesNotCount() {
            Reset.Proving first = proving(1);
            Reset second = goes(decider.choose(first, SECRET.text(), EMAIL, under(ONE), new UUID(0, 51), now))
                    .reset();

            assertThat(decider.pass(second, proof(first), under(ONE), now))
                    .isEqualTo(ResetDecision.refused(Refusal.OUT_OF_ORDER));
        }

        @Test
        void oneCountsOnce() {
            Reset.Proving first = proving(2);
            Reset passed =
                    goes(decider.pass(first, proof(first), under(TWO), now)).reset();

            assertThat(decider.pass(passed, proof(first), under(TWO), now))
                    .isEqualTo(ResetDecision.refused(Refusal.PROOF_ALREADY_USED));
        }

        @Test
        void oneOfAnotherKindThanChosenDoesNotCount() {
            Reset.Proving proving = proving(1);

            assertThat(decider.pass(
                            proving, proof(proving.id(), proving.verificationId(), AUTHENTICATOR_APP), under(ONE), now))
                    .isEqualTo(ResetDecision.refused(Refusal.OUT_OF_ORDER));
        }

        @Test
        void oneOfAKindThatIsNoLongerInForceDoesNotCount() {
            assertThat(decider.pass(proving(1), proof(proving(1)), under(policy(1, AUTHENTICATOR_APP)), now))
                    .isEqualTo(ResetDecision.refused(Refusal.KIND_NOT_OFFERED));
        }

        @Test
        void oneOfAnAddressOnFileCountsOnlyWhereThePolicyLetItAtTheRequestAndLetsItNow() {
            Policy counting = APolicy.like(ONE).importedCount().policy();
            Reset.Proving begunSo = proving(1);
            CodeVerified onFile = new CodeVerified(
                    begunSo.verificationId(), ACCOUNT, begunSo.id(), method(EMAIL), EMAIL, Purpose.RESET, true);

            assertThat(goes(decider.pass(begunSo, onFile, under(counting), now)).reset())
                    .isInstanceOf(Reset.Authorised.class);
            assertThat(decider.pass(begunSo, onFile, under(ONE), now))
                    .isEqualTo(ResetDecision.refused(Refusal.KIND_NOT_OFFERED));
            assertThat(goes(decider.pass(begunSo, proof(begunSo), under(ONE), now))
                            .reset())
                    .isInstanceOf(Reset.Authorised.class);
            Reset.Proving begunStrict = new Reset.Proving(
                    AReset.notCountingImported(1), begunSo.progress(), begunSo.verificationId(), EMAIL);
            assertThat(decider.pass(begunStrict, onFile, under(counting), now))
                    .isEqualTo(ResetDecision.refused(Refusal.KIND_NOT_OFFERED));
        }

        @Test
        void oneOfSomebodyElseOrForNobodyKnownIsAFault() {
            CodeVerified other = new CodeVerified(
                    new UUID(0, 50), new UUID(0, 99), new UUID(0, 2), new UUID(7, 0), EMAIL, Purpose.RESET);
            Reset.Proving unknown =
                    (Reset.Proving) goes(choose(begun(UNKNOWN, 1), EMAIL, ONE)).reset();

            assertThat(decider.pass(proving(1), other, under(ONE), now))
                    .isEqualTo(ResetDecision.refused(Refusal.FAULT));
            assertThat(decider.pass(unknown, proof(unknown), under(ONE), now))
                    .isEqualTo(ResetDecision.refused(Refusal.FAULT));
        }

        @Test
        void oneThatComesTooLateIsAnsweredAllTheSame() {
            now = NOON.plus(Duration.ofMinutes(15));

            assertThat(decider.pass(proving(1), proof(proving(1)), under(ONE), now))
                    .isEqualTo(ResetDecision.refused(Refusal.EXPIRED));
            Reset cancelled =
                    goes(decider.cancel(proving(1), SECRET.text(), ONE, NOON)).reset();
            assertThat(decider.pass(cancelled, proof(proving(1)), under(ONE), NOON))
                    .isEqualTo(ResetDecision.refused(Refusal.ENDED));
        }
    }

    @Nested
    class NewPasswords {

        @Test
        void aGoodOneIsTheNextVersionAndEndsTheReset() {
            ResetDecision.Goes goes = goes(set(authorised(), good(), ONE));

            assertThat(goes.reset())
                    .isInstanceOfSatisfying(
                            Reset.Ended.class,
                            ended -> assertThat(ended.ending()).isEqualTo(Ending.DONE));
            assertThat(goes.events())
                    .containsExactly(new PasswordChanged(ACCOUNT, 8, Cause.RESET, new UUID(0, 2), false, now, now));
            assertThat(goes.reply()).isEqualTo(new PasswordSet(new UUID(0, 3), ACCOUNT, 8));
            assertThat(set(goes.reset(), good(), ONE)).isEqualTo(ResetDecision.refused(Refusal.ENDED));
        }

        @Test
        void theFirstOneOfAnAccountIsVersionOne() {
            NewPassword first = new NewPassword("correct horse battery", 0, false, PHC);

            ResetDecision.Goes goes =
                    goes(decider.set(authorised(), SECRET.text(), first, null, JANE, under(ONE), now));

            assertThat(goes.reply()).isEqualTo(new PasswordSet(new UUID(0, 3), ACCOUNT, 1));
        }

        @Test
        void nothingIsSetBeforeEnoughIsProven() {
            for (Reset reset :
                    List.of(begun(KNOWN, 1), proving(1), begun(UNKNOWN, 1), pass(begun(KNOWN, 2), EMAIL, TWO)))
                assertThat(set(reset, good(), ONE)).isEqualTo(ResetDecision.refused(Refusal.OUT_OF_ORDER));
        }

        @Test
        void aPolicyThatBecameStricterAsksForOneMoreMethodFirst() {
            Reset reset = authorised();

            assertThat(set(reset, good(), TWO)).isEqualTo(ResetDecision.refused(Refusal.OUT_OF_ORDER));
            assertThat(set(pass(reset, AUTHENTICATOR_APP, TWO), good(), TWO)).isInstanceOf(ResetDecision.Goes.class);
        }

        @Test
        void aMethodThatIsNoLongerInForceCountsNoMore() {
            Policy onlyApp = policy(1, AUTHENTICATOR_APP);

            assertThat(set(authorised(), good(), onlyApp)).isEqualTo(ResetDecision.refused(Refusal.OUT_OF_ORDER));
            assertThat(set(pass(authorised(), AUTHENTICATOR_APP, onlyApp), good(), onlyApp))
                    .isInstanceOf(ResetDecision.Goes.class);
        }

        @Test
        void anAddressOnFileCountsNoMoreWhereThePolicyHasBecomeStricter() {
            Policy counting = APolicy.like(ONE).importedCount().policy();
            Reset.Proving proving = proving(1);
            CodeVerified onFile = new CodeVerified(
                    proving.verificationId(), ACCOUNT, proving.id(), method(EMAIL), EMAIL, Purpose.RESET, true);
            Reset authorised =
                    goes(decider.pass(proving, onFile, under(counting), now)).reset();

            assertThat(set(authorised, good(), ONE)).isEqualTo(ResetDecision.refused(Refusal.OUT_OF_ORDER));
            assertThat(set(authorised, good(), counting)).isInstanceOf(ResetDecision.Goes.class);
            assertThat(set(pass(authorised, AUTHENTICATOR_APP, ONE), good(), ONE))
                    .isInstanceOf(ResetDecision.Goes.class);
        }

        @Test
        void allBrokenRulesAreToldAndTheResetGoesOn() {
            NewPassword wanted = new NewPassword("jane.doe", CURRENT.version(), true, null);
            List<PasswordRule> broken =
                    List.of(PasswordRule.TOO_SHORT, PasswordRule.SAME_AS_CURRENT, PasswordRule.LIKE_LOGIN);

            ResetDecision.Goes goes = goes(set(authorised(), wanted, ONE));

            assertThat(goes.reply()).isEqualTo(new io.sspr.contract.reply.PasswordRefused(new UUID(0, 3), broken));
            assertThat(goes.events()).containsExactly(new PasswordRefused(ACCOUNT, new UUID(0, 2), broken));
            assertThat(goes(set(goes.reset(), good(), ONE)).credential()).isNotNull();
        }

        @Test
        void twentyRefusedOnesEndIt() {
            Reset reset = authorised();
            for (int i = 1; i < 20; i++) reset = goes(set(reset, bad(), ONE)).reset();

            ResetDecision.Goes last = goes(set(reset, bad(), ONE));

            assertThat(last.events()).contains(new ResetExpired(new UUID(0, 2), ACCOUNT, Refusal.TOO_MANY_ATTEMPTS));
            assertThat(set(last.reset(), good(), ONE)).isEqualTo(ResetDecision.refused(Refusal.ENDED));
        }

        @Test
        void workDoneForAnotherVersionOrNotAtAllIsDoneAgain() {
            NewPassword old = new NewPassword("correct horse battery", 6, false, PHC);
            NewPassword unhashed = new NewPassword("correct horse battery", 7, false, null);

            assertThat(set(authorised(), old, ONE)).isInstanceOf(ResetDecision.NeedsNewFacts.class);
            assertThat(set(authorised(), null, ONE)).isInstanceOf(ResetDecision.NeedsNewFacts.class);
            assertThat(set(authorised(), unhashed, ONE)).isInstanceOf(ResetDecision.NeedsNewFacts.class);
        }
    }

    @Nested
    class Endings {

        @Test
        void thePersonCanCancel() {
            ResetDecision.Goes goes = goes(decider.cancel(proving(1), SECRET.text(), ONE, now));

            assertThat(goes.events()).containsExactly(new ResetCancelled(new UUID(0, 2), ACCOUNT));
            assertThat(choose(goes.reset(), EMAIL, ONE)).isEqualTo(ResetDecision.refused(Refusal.ENDED));
            assertThat(decider.cancel(goes.reset(), SECRET.text(), ONE, now))
                    .isEqualTo(ResetDecision.refused(Refusal.ENDED));
        }

        @Test
        void aQuarterOfAnHourWithoutAStepAbandonsIt() {
            Reset reset = begun(KNOWN, 1);
            assertThat(decider.expire(
                            reset, ONE, NOON.plus(Duration.ofMinutes(15)).minusMillis(1)))
                    .isEmpty();

            ResetDecision.Goes goes = decider.expire(reset, ONE, NOON.plus(Duration.ofMinutes(15)))
                    .orElseThrow();

            assertThat(goes.events()).containsExactly(new ResetExpired(new UUID(0, 2), ACCOUNT, Refusal.ABANDONED));
            assertThat(choose(goes.reset(), EMAIL, ONE)).isEqualTo(ResetDecision.refused(Refusal.EXPIRED));
        }

        @Test
        void everyStepGivesAnotherQuarterOfAnHourUpToOneHourInAll() {
            Reset reset = begun(KNOWN, 1);
            for (int i = 0; i < 5; i++) {
                now = now.plus(Duration.ofMinutes(10));
                reset = goes(choose(reset, EMAIL, ONE)).reset();
            }

            Instant end = NOON.plus(Duration.ofMinutes(60));
            assertThat(reset.expiresAt(ResetLimits.of(ONE))).isEqualTo(end);
            assertThat(decider.expire(reset, ONE, end).orElseThrow().events())
                    .containsExactly(new ResetExpired(new UUID(0, 2), ACCOUNT, Refusal.EXPIRED));
        }

        @Test
        void whoComesTooLateIsRefusedEvenBeforeTheSweepCame() {
            now = NOON.plus(Duration.ofMinutes(15));

            assertThat(choose(begun(KNOWN, 1), EMAIL, ONE)).isEqualTo(ResetDecision.refused(Refusal.EXPIRED));
            assertThat(set(authorised(), good(), ONE)).isEqualTo(ResetDecision.refused(Refusal.EXPIRED));
        }

        @Test
        void t8InPresetEntraItIsOverAQuarterOfAnHourAfterItsStartWhateverHappened() {
            Policy entra = Presets.entra();
            Reset reset = begun(KNOWN, 1);
            for (int minute = 5; minute < 15; minute += 5) {
                now = NOON.plus(Duration.ofMinutes(minute));
                reset = goes(choose(reset, EMAIL, entra)).reset();
            }
            now = NOON.plus(Duration.ofMinutes(15)).minusSeconds(1);
            assertThat(choose(reset, EMAIL, entra)).isInstanceOf(ResetDecision.Goes.class);

            Reset proven = pass(reset, EMAIL, entra);
            assertThat(set(proven, good(), entra)).isInstanceOf(ResetDecision.Goes.class);
            now = NOON.plus(Duration.ofMinutes(15)).plusSeconds(1);
            assertThat(choose(reset, EMAIL, entra)).isEqualTo(ResetDecision.refused(Refusal.EXPIRED));
            assertThat(set(proven, good(), entra)).isEqualTo(ResetDecision.refused(Refusal.EXPIRED));
        }

        @Test
        void aPasswordSetByOtherMeansEndsIt() {
            Progress progress = authorised().progress();
            Reset voided = new Reset.Authorised(
                    beginning(KNOWN, 1), new Progress(progress.gates(), 1, 0, NOON, Ending.SUPERSEDED));

            assertThat(set(voided, good(), ONE)).isEqualTo(ResetDecision.refused(Refusal.ENDED));
            assertThat(decider.expire(voided, ONE, NOON).orElseThrow().events())
                    .containsExactly(new ResetExpired(new UUID(0, 2), ACCOUNT, Refusal.ENDED));
        }

        @Test
        void itEndsOnce() {
            Reset ended = decider.expire(begun(KNOWN, 1), ONE, NOON.plus(Duration.ofHours(1)))
                    .orElseThrow()
                    .reset();

            assertThat(decider.expire(ended, ONE, NOON.plus(Duration.ofHours(2))))
                    .isEmpty();
        }
    }

    private Reset begun(Asker asker, int gates) {
        return new Reset.Choosing(beginning(asker, gates), Progress.none(NOON));
    }

    private Reset.Proving proving(int gates) {
        return (Reset.Proving)
                goes(decider.choose(begun(KNOWN, gates), SECRET.text(), EMAIL, under(ONE), new UUID(0, 50), NOON))
                        .reset();
    }

    private Reset authorised() {
        Reset.Proving proving = proving(1);
        return goes(decider.pass(proving, proof(proving), under(ONE), NOON)).reset();
    }

    private ResetDecision choose(Reset reset, MethodKind kind, Policy policy) {
        UUID verification = new UUID(0, 50 + reset.progress().gates().size());
        return decider.choose(reset, SECRET.text(), kind, under(policy), verification, now);
    }

    private Reset pass(Reset reset, MethodKind kind, Policy policy) {
        Reset.Proving proving =
                (Reset.Proving) goes(choose(reset, kind, policy)).reset();
        return goes(decider.pass(proving, proof(proving), under(policy), now)).reset();
    }

    private ResetDecision set(Reset reset, @Nullable NewPassword password, Policy policy) {
        return decider.set(reset, SECRET.text(), password, CURRENT, JANE, under(policy), now);
    }

    private static ResetDecision.Goes goes(ResetDecision decision) {
        assertThat(decision).isInstanceOf(ResetDecision.Goes.class);
        return (ResetDecision.Goes) decision;
    }
}
