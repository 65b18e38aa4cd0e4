package io.sspr.reset.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Disclosure;
import io.sspr.contract.MethodKind;
import io.sspr.contract.MethodRules;
import io.sspr.contract.PasswordRule;
import io.sspr.contract.PasswordRules;
import io.sspr.contract.Refusal;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.state.Policy;
import io.sspr.reset.account.KnownAccount;
import io.sspr.reset.credential.Credential;
import io.sspr.reset.credential.NewPassword;
import io.sspr.reset.hashing.Phc;
import io.sspr.reset.signin.CheckedPassword;
import io.sspr.reset.signin.CheckedPassword.Outcome;
import io.sspr.reset.signin.Failures;
import io.sspr.reset.signin.PasswordJudge;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeDeciderTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final UUID ACCOUNT = new UUID(0, 1);
    private static final KnownAccount JANE = new KnownAccount(ACCOUNT, "jane.doe@example.org", "4711");
    private static final Phc PHC = Phc.read(
                    "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc")
            .orElseThrow();
    private static final Credential CURRENT = new Credential(ACCOUNT, 7, PHC, true, NOW, Instant.EPOCH);
    private static final Policy POLICY = new Policy(
            1, 1, List.of(MethodKind.EMAIL), Disclosure.STRICT, new PasswordRules(15, 256), new MethodRules(72, false));
    private static final Failures NONE = new Failures(false, 0, null, null, List.of(), null);

    private final ChangeDecider decider = new ChangeDecider(new PasswordJudge());

    @Test
    void aChangeIsTheNextVersionAndNeedNotBeChangedAgain() {
        ChangeDecision decision = change(Outcome.RIGHT, wanted("correct horse battery", false, PHC));

        assertThat(decision)
                .isEqualTo(new ChangeDecision.Changed(new Credential(ACCOUNT, 8, PHC, false, NOW, NOW), false));
    }

    @Test
    void aWrongCurrentPasswordCountsAndSaysNothingOfTheNewOne() {
        ChangeDecision decision = change(Outcome.WRONG, null);

        assertThat(decision).isInstanceOf(ChangeDecision.NotProven.class);
        ChangeDecision.NotProven notProven = (ChangeDecision.NotProven) decision;
        assertThat(notProven.verdict().reason()).isEqualTo(Refusal.WRONG_CREDENTIALS);
        assertThat(notProven.verdict().failures().count()).isEqualTo(1);
    }

    @Test
    void whileLockedNotEvenTheRightPasswordHelps() {
        Failures locked = new Failures(false, 10, NOW.plusSeconds(60), NOW, List.of(), null);

        ChangeDecision decision = decider.change(
                ACCOUNT,
                false,
                locked,
                checked(Outcome.RIGHT),
                wanted("correct horse battery", false, PHC),
                CURRENT,
                JANE,
                POLICY,
                false,
                NOW);

        ChangeDecision.NotProven notProven = (ChangeDecision.NotProven) decision;
        assertThat(notProven.verdict().reason()).isEqualTo(Refusal.LOCKED);
        assertThat(notProven.verdict().retryAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void aPasswordOfAFrozenAccountIsNotChanged() {
        NewPassword wanted = wanted("correct horse battery", false, PHC);

        ChangeDecision decision =
                decider.change(ACCOUNT, true, NONE, checked(Outcome.RIGHT), wanted, CURRENT, JANE, POLICY, false, NOW);

        assertThat(((ChangeDecision.NotProven) decision).verdict().reason()).isEqualTo(Refusal.FROZEN);
    }

    @Test
    void allBrokenRulesAreTold() {
        assertThat(change(Outcome.RIGHT, wanted("jane.doe", true, null)))
                .isEqualTo(new ChangeDecision.RulesBroken(
                        List.of(PasswordRule.TOO_SHORT, PasswordRule.SAME_AS_CURRENT, PasswordRule.LIKE_LOGIN)));
    }

    @Test
    void whatWasNotHashedBecauseOfRulesThatHaveChangedIsHashedAgain() {
        assertThat(change(Outcome.RIGHT, wanted("correct horse battery", false, null)))
                .isEqualTo(new ChangeDecision.NeedsNewFacts());
        assertThat(change(Outcome.RIGHT, null)).isEqualTo(new ChangeDecision.NeedsNewFacts());
    }

    @Test
    void besideASecondFactorAShorterOneWillDo() {
        Policy shorter = new Policy(
                POLICY.version(),
                POLICY.gates(),
                POLICY.kinds(),
                POLICY.disclosure(),
                POLICY.passwordRules(),
                POLICY.methodRules(),
                POLICY.scope(),
                POLICY.administrators(),
                POLICY.signIn(),
                POLICY.registration(),
                POLICY.stopped(),
                Presets.checks(8),
                POLICY.limits(),
                POLICY.afterReset(),
                POLICY.notices(),
                POLICY.help());
        NewPassword eight = wanted("vqzhkwtm", false, PHC);
        assertThat(decider.change(
                        ACCOUNT, false, NONE, checked(Outcome.RIGHT), eight, CURRENT, JANE, shorter, true, NOW))
                .isInstanceOf(ChangeDecision.Changed.class);
        assertThat(decider.change(
                        ACCOUNT, false, NONE, checked(Outcome.RIGHT), eight, CURRENT, JANE, shorter, false, NOW))
                .isEqualTo(new ChangeDecision.RulesBroken(List.of(PasswordRule.TOO_SHORT)));
    }

    private ChangeDecision change(Outcome outcome, @Nullable NewPassword wanted) {
        return decider.change(ACCOUNT, false, NONE, checked(outcome), wanted, CURRENT, JANE, POLICY, false, NOW);
    }

    private static CheckedPassword checked(Outcome outcome) {
        return new CheckedPassword(null, "mark", 7, outcome, null);
    }

    private static NewPassword wanted(String typed, boolean same, @Nullable Phc phc) {
        return new NewPassword(typed, 7, same, phc);
    }
}
