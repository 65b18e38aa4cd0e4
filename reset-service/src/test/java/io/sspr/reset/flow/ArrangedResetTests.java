package io.sspr.reset.flow;

import static io.sspr.contract.MethodKind.ADMINISTRATOR_CODE;
import static io.sspr.contract.MethodKind.AUTHENTICATOR_APP;
import static io.sspr.contract.MethodKind.EMAIL;
import static io.sspr.reset.flow.AReset.ACCOUNT;
import static io.sspr.reset.flow.AReset.CURRENT;
import static io.sspr.reset.flow.AReset.JANE;
import static io.sspr.reset.flow.AReset.KNOWN;
import static io.sspr.reset.flow.AReset.NOON;
import static io.sspr.reset.flow.AReset.SECRET;
import static io.sspr.reset.flow.AReset.UNKNOWN;
import static io.sspr.reset.flow.AReset.beginning;
import static io.sspr.reset.flow.AReset.flooded;
import static io.sspr.reset.flow.AReset.good;
import static io.sspr.reset.flow.AReset.granted;
import static io.sspr.reset.flow.AReset.method;
import static io.sspr.reset.flow.AReset.policy;
import static io.sspr.reset.flow.AReset.proof;
import static io.sspr.reset.flow.AReset.under;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.GatePassed;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.contract.event.ResetAuthorized;
import io.sspr.contract.policy.Ineligibility;
import io.sspr.contract.policy.Terms;
import io.sspr.contract.state.Policy;
import io.sspr.reset.APolicy;
import io.sspr.reset.throttle.Admission;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Resets with a code that an administrator had sent to the person (ATK-18). */
class ArrangedResetTests {

    private static final UUID RESET = new UUID(0, 2);
    private static final UUID VERIFICATION = new UUID(0, 50);
    private static final Policy ONE = policy(1, EMAIL, AUTHENTICATOR_APP);
    private static final Policy TWO = policy(2, EMAIL, AUTHENTICATOR_APP);

    private final ResetDecider decider = new ResetDecider();

    @Test
    void anybodyMayChooseTheCodeFirstKnownOrNotAndEvenInAFlood() {
        for (Beginning beginning : new Beginning[] {beginning(KNOWN, 2), beginning(UNKNOWN, 2), flooded(2)})
            assertThat(choose(begun(beginning), ADMINISTRATOR_CODE, TWO)).isInstanceOf(ResetDecision.Goes.class);
    }

    @Test
    void itIsNeverOnOfferNotEvenByAPolicyThatLostItsWay() {
        Policy lost = policy(1, EMAIL, ADMINISTRATOR_CODE);
        ResetDecision.Goes goes = goes(decider.begin(beginning(KNOWN, 1), null, false, new Admission.Free(), lost));

        assertThat(goes.reset().offered(under(lost))).containsExactly(EMAIL);
    }

    @Test
    void itIsNoSecondMethod() {
        Reset.Proving first = proving(EMAIL, TWO);
        Reset reset =
                goes(decider.pass(first, proof(first), granted(TWO), NOON)).reset();

        assertThat(choose(reset, ADMINISTRATOR_CODE, TWO)).isEqualTo(ResetDecision.refused(Refusal.KIND_NOT_OFFERED));
    }

    @Test
    void withAGrantItAuthorisesHoweverManyMethodsThePolicyAsksFor() {
        Reset.Proving proving = proving(ADMINISTRATOR_CODE, TWO);

        ResetDecision.Goes goes = goes(decider.pass(proving, proof(proving), granted(TWO), NOON));

        UUID methodId = method(ADMINISTRATOR_CODE);
        assertThat(goes.events())
                .containsExactly(
                        new GatePassed(RESET, ACCOUNT, VERIFICATION, methodId, ADMINISTRATOR_CODE, 1),
                        new ResetAuthorized(RESET, ACCOUNT));
        assertThat(goes.reset()).isInstanceOf(Reset.Authorised.class);
    }

    @Test
    void withoutAGrantItDoesNotCountAndOtherMethodsStillDo() {
        Reset.Proving proving = proving(ADMINISTRATOR_CODE, ONE);

        assertThat(decider.pass(proving, proof(proving), under(ONE), NOON))
                .isEqualTo(ResetDecision.refused(Refusal.KIND_NOT_OFFERED));
        assertThat(choose(proving, EMAIL, ONE)).isInstanceOf(ResetDecision.Goes.class);
    }

    @Test
    void notEvenAPolicyThatLostItsWayMakesItCountWithoutAGrant() {
        Policy lost = policy(1, ADMINISTRATOR_CODE);
        Reset.Proving proving = proving(ADMINISTRATOR_CODE, lost);

        assertThat(decider.pass(proving, proof(proving), under(lost), NOON))
                .isEqualTo(ResetDecision.refused(Refusal.KIND_NOT_OFFERED));
    }

    @Test
    void thePasswordIsToldAsAnAdministratorsDoingAndNeverAsAReset() {
        ResetDecision.Goes goes =
                goes(decider.set(authorised(), SECRET.text(), good(), CURRENT, JANE, granted(TWO), NOON));

        assertThat(goes.events())
                .containsExactly(new PasswordChanged(ACCOUNT, 8, Cause.ADMINISTRATOR, RESET, false, NOON, NOON));
        assertThat(goes.reset().progress().isArranged()).isTrue();
    }

    @Test
    void theGrantMustStillLiveWhenThePasswordIsHandedIn() {
        assertThat(decider.refusalOfPassword(authorised(), SECRET.text(), under(ONE), NOON))
                .contains(Refusal.EXPIRED);
        assertThat(decider.set(authorised(), SECRET.text(), good(), CURRENT, JANE, under(ONE), NOON))
                .isEqualTo(ResetDecision.refused(Refusal.EXPIRED));
    }

    @Test
    void whoIsNotEligibleResetsWithTheCodeAndWithNothingElse() {
        Terms outside = new Terms(Ineligibility.NOT_IN_SCOPE, 1, ONE.kinds());
        Footing footing = new Footing(ONE, outside, true, false);
        Reset reset = begun(AReset.beginning(KNOWN, Purpose.RESET, outside, false));
        Reset.Proving mail = (Reset.Proving) goes(choose(reset, EMAIL, ONE)).reset();
        Reset.Proving code =
                (Reset.Proving) goes(choose(reset, ADMINISTRATOR_CODE, ONE)).reset();

        assertThat(decider.pass(mail, proof(mail), footing, NOON))
                .isEqualTo(ResetDecision.refused(Refusal.NOT_ALLOWED_BY_POLICY));
        Reset authorised = goes(decider.pass(code, proof(code), footing, NOON)).reset();
        assertThat(decider.refusalOfPassword(authorised, SECRET.text(), footing, NOON))
                .isEmpty();
    }

    @Test
    void aStoppedCodeCountsForNothing() {
        Policy stopped = APolicy.like(ONE).stopped(false, ADMINISTRATOR_CODE).policy();
        Reset.Proving proving = proving(ADMINISTRATOR_CODE, stopped);

        assertThat(decider.pass(proving, proof(proving), granted(stopped), NOON))
                .isEqualTo(ResetDecision.refused(Refusal.KIND_NOT_OFFERED));
        assertThat(decider.refusalOfPassword(authorised(), SECRET.text(), granted(stopped), NOON))
                .contains(Refusal.EXPIRED);
    }

    private Reset authorised() {
        Reset.Proving proving = proving(ADMINISTRATOR_CODE, TWO);
        return goes(decider.pass(proving, proof(proving), granted(TWO), NOON)).reset();
    }

    private Reset.Proving proving(MethodKind kind, Policy policy) {
        return (Reset.Proving) goes(choose(begun(beginning(KNOWN, policy.gates())), kind, policy))
                .reset();
    }

    private ResetDecision choose(Reset reset, MethodKind kind, Policy policy) {
        return decider.choose(reset, SECRET.text(), kind, under(policy), VERIFICATION, NOON);
    }

    private static Reset begun(Beginning beginning) {
        return new Reset.Choosing(beginning, Progress.none(NOON));
    }

    private static ResetDecision.Goes goes(ResetDecision decision) {
        assertThat(decision).isInstanceOf(ResetDecision.Goes.class);
        return (ResetDecision.Goes) decision;
    }
}
