package io.sspr.portal.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.PasswordRule;
import io.sspr.contract.PasswordRules;
import io.sspr.contract.Refusal;
import io.sspr.contract.policy.Ineligibility;
import io.sspr.contract.reply.AccountUnlocked;
import io.sspr.contract.reply.AdministratorContacted;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.GatePassed;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.NotEligible;
import io.sspr.contract.reply.NothingToDo;
import io.sspr.contract.reply.PasswordRefused;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestExpired;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.ResetAuthorized;
import io.sspr.contract.reply.ResetCancelled;
import io.sspr.portal.log.Answered;
import io.sspr.portal.web.GivenUp;
import io.sspr.portal.web.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class StepsTests {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant END = NOW.plusSeconds(900);
    private static final UUID FLOW = new UUID(1, 2);
    private static final UUID FIRST = new UUID(3, 4);
    private static final UUID SECOND = new UUID(5, 6);
    private static final PasswordRules RULES = new PasswordRules(12, 128);

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"SET", "UNLOCKED", "CANCELLED", "OVER"})
    void goesWhereAReplyOfSuccessLeads(Stage stage) {
        assertThat(after(stage, new MethodsOffered(FLOW, List.of(MethodKind.EMAIL), 2, END)))
                .extracting(Journey::stage, Journey::gates, Journey::passed, Journey::expiresAt)
                .containsExactly(Stage.CHOOSING, 2, 0, END);
        assertThat(after(stage, new ChallengeReady(FLOW, MethodKind.SMS, 6, END, END, null)))
                .extracting(Journey::stage)
                .isEqualTo(Stage.PROVING);
        assertThat(after(stage, new ResetAuthorized(FLOW, END, RULES)))
                .extracting(Journey::stage, Journey::rules)
                .containsExactly(Stage.PASSWORD, RULES);
        assertThat(after(stage, new PasswordSet(FLOW, FLOW, 1)).stage()).isEqualTo(Stage.SET);
        assertThat(after(stage, new AccountUnlocked(FLOW)).stage()).isEqualTo(Stage.UNLOCKED);
        assertThat(after(stage, new ResetCancelled(FLOW)).stage()).isEqualTo(Stage.CANCELLED);
        assertThat(after(stage, new AdministratorContacted(FLOW)))
                .extracting(Journey::stage, Journey::contacted)
                .containsExactly(stage, true);
    }

    @Test
    void countsTheWaysThatAreProven() {
        Journey two = Steps.after(at(Stage.BEGUN), new MethodsOffered(FLOW, List.of(MethodKind.EMAIL), 2, END));
        Journey one = Steps.after(two, new GatePassed(FLOW, List.of(MethodKind.SMS), 1, END));

        assertThat(one.passed()).isEqualTo(1);
        assertThat(one.kinds()).containsExactly(MethodKind.SMS);
        assertThat(one.stage()).isEqualTo(Stage.CHOOSING);
    }

    @Test
    void remembersThatARecoveryCodeWasUsed() {
        Journey typed = Steps.after(
                at(Stage.CHOOSING), new ChallengeReady(FLOW, MethodKind.RECOVERY_CODE, 24, END, null, null));

        assertThat(Steps.after(typed, new ResetAuthorized(FLOW, END, RULES)).recoveryUsed())
                .isTrue();
        assertThat(Steps.after(typed, new AccountUnlocked(FLOW)).recoveryUsed()).isTrue();
        assertThat(after(Stage.PROVING, new ResetAuthorized(FLOW, END, RULES)).recoveryUsed())
                .isFalse();
    }

    /** Somebody typed a code, got no answer in time, and went on without it. */
    @Test
    void isTakenOnByTheLateAnswerToWhatWasGivenUp() {
        Journey waiting = at(Stage.PROVING).asked(FIRST, NOW);
        ResetAuthorized authorised = new ResetAuthorized(FLOW, END, RULES);
        Journey again = waiting.waitingNoLonger();
        Journey other = again.choosing();
        Journey resent = again.asked(SECOND, NOW);
        Journey over = Steps.after(resent, answers(SECOND, new RequestRefused(FLOW, Refusal.ENDED, null)));

        assertThat(over.stage()).isEqualTo(Stage.OVER);
        for (Journey journey : List.of(again, other, resent, over))
            assertThat(Steps.after(journey, answers(FIRST, authorised)))
                    .matches(one -> one.stage() == Stage.PASSWORD && one.pending() == null && one.trouble() == null);
        // What was asked after it cannot take the page back, nor what is answered twice.
        assertThat(Steps.after(
                                resent,
                                List.of(
                                        new Answered(FIRST, authorised, 1),
                                        new Answered(SECOND, new RequestRefused(FLOW, Refusal.ENDED, null), 2)))
                        .stage())
                .isEqualTo(Stage.PASSWORD);
    }

    @Test
    void isNotTakenBackByALateAnswer() {
        ChallengeReady ready = new ChallengeReady(FLOW, MethodKind.SMS, 6, END, END, null);
        Journey chosen = at(Stage.CHOOSING).asked(FIRST, NOW).waitingNoLonger();

        assertThat(Steps.after(chosen, answers(FIRST, ready)).stage()).isEqualTo(Stage.PROVING);
        // Whoever has chosen another way since waits for that one.
        assertThat(Steps.after(chosen.asked(SECOND, NOW), answers(FIRST, ready)))
                .matches(one -> one.stage() == Stage.CHOOSING && one.awaited().equals(List.of(SECOND)));
        // Whoever left the code that was to be sent again is not brought back to it.
        Journey left = at(Stage.PROVING).asked(FIRST, NOW).waitingNoLonger().at(Stage.CHOOSING, null);
        assertThat(Steps.after(left, answers(FIRST, ready)).stage()).isEqualTo(Stage.CHOOSING);
        Journey set = at(Stage.PASSWORD).asked(FIRST, NOW).waitingNoLonger().at(Stage.SET, null);
        assertThat(Steps.after(set, answers(FIRST, new ResetAuthorized(FLOW, END, RULES)))
                        .stage())
                .isEqualTo(Stage.SET);
    }

    @Test
    void isNotTroubledByALateRefusal() {
        Journey again = at(Stage.PROVING).asked(FIRST, NOW).waitingNoLonger();

        assertThat(Steps.after(again, answers(FIRST, new ProofRejected(FLOW, Refusal.WRONG_PROOF, 0, null))))
                .matches(one -> one.stage() == Stage.PROVING
                        && one.trouble() == null
                        && one.awaited().isEmpty());
    }

    private static List<Answered> answers(UUID request, Reply reply) {
        return List.of(new Answered(request, reply, 1));
    }

    /** Stage before, why it was refused, stage after; the person is told why. */
    @ParameterizedTest
    @CsvSource({
        // The end of it all, wherever one is.
        "BEGUN,    ENDED,                 OVER",
        "CHOOSING, ENDED,                 OVER",
        "PROVING,  ENDED,                 OVER",
        "PASSWORD, ENDED,                 OVER",
        "CHOOSING, ABANDONED,             OVER",
        "PROVING,  ABANDONED,             OVER",
        "PASSWORD, ABANDONED,             OVER",
        "CHOOSING, UNKNOWN_FLOW,          OVER",
        "PROVING,  UNKNOWN_FLOW,          OVER",
        "PASSWORD, UNKNOWN_FLOW,          OVER",
        "CHOOSING, WRONG_FLOW_SECRET,     OVER",
        "PROVING,  WRONG_FLOW_SECRET,     OVER",
        "PASSWORD, WRONG_FLOW_SECRET,     OVER",
        "CHOOSING, FROZEN,                OVER",
        "PROVING,  FROZEN,                OVER",
        "PASSWORD, FROZEN,                OVER",
        "BEGUN,    NOT_ALLOWED_BY_POLICY, OVER",
        "CHOOSING, NOT_ALLOWED_BY_POLICY, OVER",
        "PROVING,  NOT_ALLOWED_BY_POLICY, OVER",
        "PASSWORD, NOT_ALLOWED_BY_POLICY, OVER",
        // Of a code it is the end of the code only.
        "BEGUN,    EXPIRED,               OVER",
        "CHOOSING, EXPIRED,               OVER",
        "PROVING,  EXPIRED,               CHOOSING",
        "PASSWORD, EXPIRED,               OVER",
        "CHOOSING, TOO_MANY_ATTEMPTS,     OVER",
        "PROVING,  TOO_MANY_ATTEMPTS,     CHOOSING",
        "PASSWORD, TOO_MANY_ATTEMPTS,     OVER",
        // Another way may do.
        "CHOOSING, METHOD_LOCKED,         CHOOSING",
        "PROVING,  METHOD_LOCKED,         CHOOSING",
        "CHOOSING, KIND_NOT_OFFERED,      CHOOSING",
        "PROVING,  KIND_NOT_OFFERED,      CHOOSING",
        "CHOOSING, METHODS_NOT_DIFFERENT, CHOOSING",
        "PROVING,  METHODS_NOT_DIFFERENT, CHOOSING",
        // Once more, or a little later.
        "BEGUN,    TOO_SOON,              OVER",
        "BEGUN,    BLOCKED_FOR_NOW,       OVER",
        "CHOOSING, TOO_SOON,              CHOOSING",
        "PROVING,  TOO_SOON,              PROVING",
        "PROVING,  NO_MORE_CODES,         PROVING",
        "PROVING,  BUDGET_EXHAUSTED,      PROVING",
        "CHOOSING, BUDGET_EXHAUSTED,      CHOOSING",
        "PROVING,  PROOF_ALREADY_USED,    PROVING",
        "PROVING,  WRONG_PROOF,           PROVING",
        "PROVING,  MALFORMED,             PROVING",
        "PASSWORD, MALFORMED,             PASSWORD",
        "BEGUN,    LOGIN_INVALID,         OVER",
        "BEGUN,    FAULT,                 OVER",
        "CHOOSING, FAULT,                 CHOOSING",
        "PROVING,  FAULT,                 PROVING",
        "PASSWORD, FAULT,                 PASSWORD",
        "PASSWORD, SEAL_UNKNOWN_KEY,      PASSWORD",
    })
    void staysOrEndsAsTheReasonSays(Stage before, Refusal reason, Stage stage) {
        Journey next = after(before, new RequestRefused(FLOW, reason, END));

        assertThat(next.stage()).isEqualTo(stage);
        assertThat(next.pending()).isNull();
        boolean ofTheCode = before == Stage.PROVING && reason == Refusal.EXPIRED;
        assertThat(next.trouble())
                .isEqualTo(ofTheCode ? Trouble.of(Trouble.Cause.CODE_EXPIRED) : Trouble.refused(reason, END));
    }

    /** No page stays behind that waits for ever, and nobody is left without a word where something was wrong. */
    @ParameterizedTest
    @EnumSource(value = Refusal.class, mode = Mode.EXCLUDE, names = "OUT_OF_ORDER")
    void saysWhyForEveryReasonAtEveryStage(Refusal reason) {
        for (Stage stage : List.of(Stage.BEGUN, Stage.CHOOSING, Stage.PROVING, Stage.PASSWORD)) {
            Journey next = after(stage, new RequestRefused(FLOW, reason, null));
            assertThat(next.trouble()).as("%s at %s", reason, stage).isNotNull();
            assertThat(next.pending()).isNull();
            assertThat(next.stage()).isNotEqualTo(Stage.BEGUN);
        }
    }

    @Test
    void takesAFormOfAPagePassedForNothingWrong() {
        Reply refused = new RequestRefused(FLOW, Refusal.OUT_OF_ORDER, null);

        assertThat(after(Stage.CHOOSING, refused)).isEqualTo(at(Stage.CHOOSING));
        assertThat(after(Stage.PROVING, refused)).isEqualTo(at(Stage.PROVING));
        assertThat(after(Stage.BEGUN, refused).stage()).isEqualTo(Stage.OVER);
    }

    @Test
    void asksForOneMoreProofWhereThePolicyHasBecomeStricterAndFindsBackIfNot() {
        Reply refused = new RequestRefused(FLOW, Refusal.OUT_OF_ORDER, null);
        Journey password = Steps.after(at(Stage.PROVING), new ResetAuthorized(FLOW, END, RULES));

        Journey choosing = Steps.after(password, refused);
        assertThat(choosing.stage()).isEqualTo(Stage.CHOOSING);
        assertThat(Steps.after(choosing, refused).stage()).isEqualTo(Stage.PASSWORD);
    }

    @Test
    void letsAWrongCodeBeTypedAgainAsLongAsThereAreTries() {
        assertThat(after(Stage.PROVING, new ProofRejected(FLOW, Refusal.WRONG_PROOF, 2, null)))
                .extracting(Journey::stage, Journey::trouble)
                .containsExactly(Stage.PROVING, Trouble.wrong(Refusal.WRONG_PROOF, 2, null));
        assertThat(after(Stage.PROVING, new ProofRejected(FLOW, Refusal.METHOD_LOCKED, 0, END)))
                .extracting(Journey::stage, Journey::trouble)
                .containsExactly(Stage.CHOOSING, Trouble.wrong(Refusal.METHOD_LOCKED, 0, END));
    }

    @Test
    void namesTheRulesThatAPasswordBreaks() {
        assertThat(after(Stage.PASSWORD, new PasswordRefused(FLOW, List.of(PasswordRule.TOO_SHORT))))
                .extracting(Journey::stage, Journey::trouble)
                .containsExactly(Stage.PASSWORD, Trouble.broken(List.of(PasswordRule.TOO_SHORT)));
    }

    @ParameterizedTest
    @EnumSource(Ineligibility.class)
    void saysWhyThePersonCannotDoItAlone(Ineligibility reason) {
        assertThat(after(Stage.BEGUN, new NotEligible(FLOW, reason)))
                .extracting(Journey::stage, Journey::trouble)
                .containsExactly(Stage.OVER, Trouble.ineligible(reason));
    }

    @ParameterizedTest
    @CsvSource({"BEGUN, OVER", "CHOOSING, CHOOSING", "PROVING, PROVING", "PASSWORD, PASSWORD"})
    void saysThatARequestCameTooLate(Stage before, Stage stage) {
        assertThat(after(before, new RequestExpired(FLOW)))
                .extracting(Journey::stage, Journey::trouble)
                .containsExactly(stage, Trouble.of(Trouble.Cause.LATE));
    }

    @Test
    void staysWhereItIsByARepliesOfAnotherKind() {
        assertThat(after(Stage.PROVING, new NothingToDo())).isEqualTo(at(Stage.PROVING));
    }

    private static Journey after(Stage stage, Reply reply) {
        return Steps.after(at(stage).asked(UUID.randomUUID(), NOW), reply);
    }

    private static Journey at(Stage stage) {
        Challenge challenge = stage == Stage.PROVING ? new Challenge(MethodKind.EMAIL, 8, null, null) : null;
        return journey(stage, challenge);
    }

    private static Journey journey(Stage stage, @Nullable Challenge challenge) {
        return new Journey(
                Purpose.RESET,
                FLOW,
                "secret",
                "ana",
                stage,
                List.of(MethodKind.EMAIL),
                1,
                0,
                challenge,
                null,
                END,
                false,
                null,
                false,
                null,
                GivenUp.NOTHING,
                null);
    }
}
