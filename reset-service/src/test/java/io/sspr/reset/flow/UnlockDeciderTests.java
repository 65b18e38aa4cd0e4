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
import static io.sspr.reset.flow.AReset.good;
import static io.sspr.reset.flow.AReset.method;
import static io.sspr.reset.flow.AReset.policy;
import static io.sspr.reset.flow.AReset.proof;
import static io.sspr.reset.flow.AReset.under;
import static io.sspr.reset.flow.AReset.unlock;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.AccountUnlocked;
import io.sspr.contract.event.AdministratorContacted;
import io.sspr.contract.event.GatePassed;
import io.sspr.contract.event.UnlockRequested;
import io.sspr.contract.internal.StartVerification;
import io.sspr.contract.policy.AfterReset;
import io.sspr.contract.state.Policy;
import io.sspr.reset.APolicy;
import io.sspr.reset.account.Asker;
import io.sspr.reset.throttle.Admission;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Unlocking an account, and calling for help meanwhile. */
class UnlockDeciderTests {

    private static final UUID RESET = new UUID(0, 2);
    private static final UUID FLOW = new UUID(0, 3);
    private static final UUID VERIFICATION = new UUID(0, 50);
    private static final Policy ONE = policy(1, EMAIL, AUTHENTICATOR_APP);
    private static final Policy TWO = policy(2, EMAIL, AUTHENTICATOR_APP);

    private final ResetDecider decider = new ResetDecider();

    @Test
    void itBeginsLikeAResetButIsToldAsWhatItIs() {
        Admission free = new Admission.Free();
        ResetDecision.Goes known = goes(decider.begin(unlock(KNOWN, 2), null, false, free, TWO));
        ResetDecision.Goes unknown = goes(decider.begin(unlock(UNKNOWN, 2), null, false, free, TWO));
        ResetDecision.Goes reset = goes(decider.begin(beginning(KNOWN, 2), null, false, free, TWO));

        Instant expiresAt = NOON.plus(Duration.ofMinutes(15));
        assertThat(known.reply()).isEqualTo(unknown.reply()).isEqualTo(reset.reply());
        assertThat(known.events()).containsExactly(new UnlockRequested(RESET, ACCOUNT, "portal", 2, expiresAt));
        assertThat(unknown.events()).containsExactly(new UnlockRequested(RESET, null, "portal", 2, expiresAt));
    }

    @Test
    void whatIsProvenIsProvenToUnlock() {
        assertThat(goes(choose(EMAIL)).asked())
                .isInstanceOfSatisfying(
                        StartVerification.class,
                        asked -> assertThat(asked.purpose()).isEqualTo(Purpose.UNLOCK));
    }

    @Test
    void theLastProofUnlocksAndEndsIt() {
        Reset.Proving proving = (Reset.Proving) goes(choose(EMAIL)).reset();

        ResetDecision.Goes goes = goes(decider.pass(proving, proof(proving), under(ONE), NOON));

        assertThat(goes.reply()).isEqualTo(new io.sspr.contract.reply.AccountUnlocked(FLOW));
        assertThat(goes.events())
                .containsExactly(
                        new GatePassed(RESET, ACCOUNT, VERIFICATION, method(EMAIL), EMAIL, 1),
                        new AccountUnlocked(ACCOUNT, RESET));
        assertThat(goes.reset()).isInstanceOf(Reset.Ended.class);
        assertThat(goes.credential()).isNull();
        assertThat(decider.set(goes.reset(), SECRET.text(), good(), CURRENT, JANE, under(ONE), NOON))
                .isEqualTo(ResetDecision.refused(Refusal.ENDED));
    }

    @Test
    void itNeedsAsManyProofsAsAReset() {
        Reset.Proving proving = (Reset.Proving) goes(choose(EMAIL)).reset();

        ResetDecision.Goes goes = goes(decider.pass(proving, proof(proving), under(TWO), NOON));

        assertThat(goes.reset()).isInstanceOf(Reset.Choosing.class);
        assertThat(goes.reply()).isInstanceOf(io.sspr.contract.reply.GatePassed.class);
    }

    @Test
    void aProofForAResetDoesNotUnlockNorTheOtherWayRound() {
        Reset.Proving unlock = (Reset.Proving) goes(choose(EMAIL)).reset();
        Reset.Proving reset = new Reset.Proving(beginning(KNOWN, 1), Progress.none(NOON), VERIFICATION, EMAIL);

        assertThat(decider.pass(unlock, proof(RESET, VERIFICATION, EMAIL, Purpose.RESET), under(ONE), NOON))
                .isEqualTo(ResetDecision.refused(Refusal.FAULT));
        assertThat(decider.pass(reset, proof(RESET, VERIFICATION, EMAIL, Purpose.UNLOCK), under(ONE), NOON))
                .isEqualTo(ResetDecision.refused(Refusal.FAULT));
    }

    @Test
    void noPasswordIsSetByIt() {
        Reset.Proving proving = (Reset.Proving) goes(choose(EMAIL)).reset();

        for (Reset reset : new Reset[] {begun(KNOWN), begun(UNKNOWN), proving})
            assertThat(decider.set(reset, SECRET.text(), good(), CURRENT, JANE, under(ONE), NOON))
                    .isEqualTo(ResetDecision.refused(Refusal.OUT_OF_ORDER));
    }

    @Test
    void anAdministratorsCodeIsForResets() {
        assertThat(choose(ADMINISTRATOR_CODE)).isEqualTo(ResetDecision.refused(Refusal.KIND_NOT_OFFERED));
    }

    @Test
    void aCallForHelpIsToldOnceAnHourAndAnsweredEachTime() {
        ResetDecision.Goes first = goes(contact(KNOWN, null, NOON));
        ResetDecision.Goes soon = goes(contact(KNOWN, NOON.minus(Duration.ofMinutes(59)), NOON));
        ResetDecision.Goes later = goes(contact(KNOWN, NOON.minus(Duration.ofHours(1)), NOON));

        assertThat(first.events())
                .isEqualTo(later.events())
                .containsExactly(new AdministratorContacted(RESET, ACCOUNT, 0));
        assertThat(soon.events()).isEmpty();
        assertThat(first.reply())
                .isEqualTo(soon.reply())
                .isEqualTo(new io.sspr.contract.reply.AdministratorContacted(FLOW));
    }

    @Test
    void nobodyKnownIsAnsweredAlikeAndNobodyIsTold() {
        ResetDecision.Goes unknown = goes(contact(UNKNOWN, null, NOON));

        assertThat(unknown.reply()).isEqualTo(goes(contact(KNOWN, null, NOON)).reply());
        assertThat(unknown.events()).isEmpty();
    }

    @Test
    void aCallOfWhoIsNotEligibleIsTold() {
        Beginning old = unlock(UNKNOWN, 1);
        Beginning inVain = new Beginning(
                old.resetId(),
                old.client(),
                old.flow(),
                old.flowHash(),
                old.asker(),
                new UUID(0, 77),
                old.purpose(),
                old.terms(),
                old.importedCount(),
                old.shown(),
                false,
                NOON,
                null);
        Reset reset = new Reset.Choosing(inVain, Progress.none(NOON));

        assertThat(goes(decider.contact(reset, SECRET.text(), null, ONE, NOON)).events())
                .containsExactly(new AdministratorContacted(RESET, new UUID(0, 77), 0));
    }

    @Test
    void whereNobodyMayUnlockNoneBegins() {
        Policy never = APolicy.like(ONE)
                .afterReset(new AfterReset(false, true, true, true))
                .policy();

        for (Asker asker : new Asker[] {KNOWN, UNKNOWN})
            assertThat(decider.begin(unlock(asker, 1), null, false, new Admission.Free(), never))
                    .isEqualTo(ResetDecision.refused(Refusal.NOT_ALLOWED_BY_POLICY));
        assertThat(decider.begin(beginning(KNOWN, 1), null, false, new Admission.Free(), never))
                .isInstanceOf(ResetDecision.Goes.class);
    }

    @Test
    void theResetGoesOnAfterACallAsIfThereHadBeenNone() {
        Instant late = NOON.plus(Duration.ofMinutes(14));

        assertThat(goes(contact(KNOWN, null, late)).reset()).isEqualTo(begun(KNOWN));
        assertThat(contact(KNOWN, null, NOON.plus(Duration.ofMinutes(15))))
                .isEqualTo(ResetDecision.refused(Refusal.EXPIRED));
    }

    @Test
    void aDisputeEndsIt() {
        Reset disputed = new Reset.Choosing(
                unlock(KNOWN, 1), new Progress(Progress.none(NOON).gates(), 0, 0, NOON, Ending.DISPUTED));

        assertThat(decider.choose(disputed, SECRET.text(), EMAIL, under(ONE), VERIFICATION, NOON))
                .isEqualTo(ResetDecision.refused(Refusal.ENDED));
        assertThat(decider.expire(disputed, ONE, NOON).orElseThrow().events())
                .containsExactly(new io.sspr.contract.event.ResetExpired(RESET, ACCOUNT, Refusal.FROZEN));
    }

    private ResetDecision choose(MethodKind kind) {
        return decider.choose(begun(KNOWN), SECRET.text(), kind, under(ONE), VERIFICATION, NOON);
    }

    private ResetDecision contact(Asker asker, @Nullable Instant last, Instant now) {
        return decider.contact(begun(asker), SECRET.text(), last, ONE, now);
    }

    private static Reset begun(Asker asker) {
        return new Reset.Choosing(unlock(asker, 1), Progress.none(NOON));
    }

    private static ResetDecision.Goes goes(ResetDecision decision) {
        assertThat(decision).isInstanceOf(ResetDecision.Goes.class);
        return (ResetDecision.Goes) decision;
    }
}
