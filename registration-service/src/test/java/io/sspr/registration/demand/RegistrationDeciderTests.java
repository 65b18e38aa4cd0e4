package io.sspr.registration.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.policy.HeldKinds;
import io.sspr.contract.policy.Ineligibility;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.policy.RegistrationReason;
import io.sspr.contract.policy.RegistrationRules;
import io.sspr.contract.policy.SignInRules;
import io.sspr.contract.policy.StoppedKinds;
import io.sspr.contract.policy.Terms;
import io.sspr.contract.state.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegistrationDeciderTests {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final RegistrationRules ENTRA = Presets.entra().registration();
    private static final RegistrationRules SAFE = Presets.safe().registration();
    private static final Set<MethodKind> NOTHING = Set.of();
    private static final Set<MethodKind> APP_AND_MAIL = Set.of(MethodKind.AUTHENTICATOR_APP, MethodKind.EMAIL);

    @Test
    void t9IntervalNoughtNeverAsks() {
        Policy never = policy(0, new RegistrationRules(true, null, null, 0));
        assertThat(decide(never, APP_AND_MAIL, confirmed(10_000))).isEmpty();
        assertThat(RegistrationDecider.nextConfirmation(never, NOW)).isNull();
    }

    @Test
    void t9AsksAgainWhenTheIntervalIsOver() {
        Policy policy = policy(0, ENTRA);
        Asked before = new Asked(null, Set.of(), 0, NOW, false);
        Instant end = NOW.plus(Duration.ofDays(180));
        assertThat(decide(policy, APP_AND_MAIL, before, end.minusSeconds(1))).isEmpty();
        assertThat(reasons(decide(policy, APP_AND_MAIL, before, end)))
                .containsExactly(RegistrationReason.RECONFIRMATION);
        assertThat(RegistrationDecider.nextConfirmation(policy, NOW)).isEqualTo(end);
    }

    @Test
    void t9NobodyIsAskedWhereRegistrationIsNotRequired() {
        assertThat(decide(policy(0, RegistrationRules.NOBODY), NOTHING, confirmed(10_000)))
                .isEmpty();
    }

    @Test
    void t9WhereSignInAndResetNeedMoreTheFirstIsOneForSignIn() {
        Demand demand = demand(decide(policy(1, ENTRA), NOTHING, Asked.NEVER));
        assertThat(demand.reasons())
                .containsExactly(RegistrationReason.RESET_NEEDS_MORE, RegistrationReason.SIGN_IN_NEEDS_MORE);
        assertThat(demand.suggested()).containsExactly(MethodKind.AUTHENTICATOR_APP, MethodKind.SMS);
        assertThat(demand.alternatives()).containsExactly(MethodKind.EMAIL);
        assertThat(demand.mayBeSkipped()).isFalse();
    }

    @Test
    void t9WhoeverCancelsIsAskedAgainNextTimeWithoutBound() {
        Policy policy = policy(0, ENTRA);
        Demand first = demand(decide(policy, NOTHING, Asked.NEVER));
        assertThat(first.mayBeSkipped()).isTrue();
        assertThat(first.skipsLeft()).isNull();
        assertThat(first.skippableUntil()).isNull();
        Asked skipped = first.asked();
        for (int i = 0; i < 1000; i++) skipped = skipped.withOneMoreSkip();
        Demand again = demand(decide(policy, NOTHING, skipped, NOW.plus(Duration.ofDays(3000))));
        assertThat(again.mayBeSkipped()).isTrue();
        assertThat(again.isNews()).isFalse();
    }

    @Test
    void t9DeletingOneOfTwoMethodsDoesNotBringForwardTheReconfirmation() {
        Policy one = new PolicyParts(1, 0, ENTRA).policy();
        assertThat(decide(one, Set.of(MethodKind.EMAIL), confirmed(179))).isEmpty();
    }

    /** Entra's own example of combined registration: two of app, mail and phone. */
    @Test
    void item40OffersTheMostSecureFirstAndLetsMailTakeTheirPlace() {
        Demand demand = demand(decide(policy(0, ENTRA), NOTHING, Asked.NEVER));
        assertThat(demand.suggested()).containsExactly(MethodKind.AUTHENTICATOR_APP, MethodKind.SMS);
        assertThat(demand.alternatives()).containsExactly(MethodKind.EMAIL);
    }

    @Test
    void item41AsksOnlyForWhatIsMissing() {
        Demand demand = demand(decide(policy(0, ENTRA), Set.of(MethodKind.SMS), Asked.NEVER));
        assertThat(demand.suggested()).containsExactly(MethodKind.AUTHENTICATOR_APP);
        assertThat(demand.alternatives()).containsExactly(MethodKind.EMAIL);
        assertThat(decide(policy(0, ENTRA), APP_AND_MAIL, confirmed(1))).isEmpty();
    }

    @Test
    void asksForTheFewestThatSufficeForBoth() {
        // Mail serves the reset already; an app then serves both.
        Demand demand = demand(decide(policy(1, ENTRA), Set.of(MethodKind.EMAIL), Asked.NEVER));
        assertThat(demand.suggested()).containsExactly(MethodKind.AUTHENTICATOR_APP);
        assertThat(demand.alternatives()).containsExactly(MethodKind.SMS);
    }

    @Test
    void mayBeSkippedThreeTimesInFourteenDaysInPresetSafe() {
        Policy policy = policy(0, SAFE);
        Demand first = demand(decide(policy, NOTHING, Asked.NEVER));
        assertThat(first.isNews()).isTrue();
        assertThat(first.skipsLeft()).isEqualTo(3);
        Instant end = NOW.plus(Duration.ofDays(14));
        assertThat(first.skippableUntil()).isEqualTo(end);
        Asked thrice = first.asked().withOneMoreSkip().withOneMoreSkip().withOneMoreSkip();
        assertThat(demand(decide(policy, NOTHING, thrice)).mayBeSkipped()).isFalse();
        assertThat(demand(decide(policy, NOTHING, first.asked(), end.minusSeconds(1)))
                        .mayBeSkipped())
                .isTrue();
        assertThat(demand(decide(policy, NOTHING, first.asked(), end)).mayBeSkipped())
                .isFalse();
    }

    @Test
    void startsAnewForOtherReasons() {
        Asked old = new Asked(
                NOW.minus(Duration.ofDays(400)),
                Set.of(RegistrationReason.RESET_NEEDS_MORE),
                3,
                NOW.minus(Duration.ofDays(399)),
                false);
        Demand demand = demand(decide(policy(0, SAFE), APP_AND_MAIL, old));
        assertThat(demand.reasons()).containsExactly(RegistrationReason.RECONFIRMATION);
        assertThat(demand.suggested()).isEmpty();
        assertThat(demand.skipsLeft()).isEqualTo(3);
        assertThat(demand.skippableUntil()).isEqualTo(NOW.plus(Duration.ofDays(14)));
    }

    @Test
    void asksNobodyForAResetThatTheyCannotMake() {
        Policy policy = policy(0, SAFE);
        Terms outside = new Terms(Ineligibility.NOT_IN_SCOPE, 2, policy.kinds());
        HeldKinds none = new HeldKinds(NOTHING, NOTHING);
        assertThat(RegistrationDecider.decide(policy, outside, none, Asked.NEVER, NOW))
                .isEmpty();
        Demand forSignIn = demand(RegistrationDecider.decide(policy(1, SAFE), outside, none, Asked.NEVER, NOW));
        assertThat(forSignIn.reasons()).containsExactly(RegistrationReason.SIGN_IN_NEEDS_MORE);
        assertThat(forSignIn.suggested()).containsExactly(MethodKind.AUTHENTICATOR_APP);
    }

    @Test
    void anAdministratorsWordIsTheFirstReasonAndCannotBePutOff() {
        Asked anew = new Asked(null, Set.of(), 0, null, true);
        Demand demand = demand(decide(policy(0, RegistrationRules.NOBODY), NOTHING, anew));
        assertThat(demand.reasons())
                .containsExactly(RegistrationReason.REREGISTRATION, RegistrationReason.RESET_NEEDS_MORE);
        assertThat(demand.mayBeSkipped()).isFalse();
        assertThat(decide(policy(0, RegistrationRules.NOBODY), APP_AND_MAIL, anew))
                .isEmpty();
        assertThat(anew.settled(true).anew()).isFalse();
        assertThat(anew.settled(false).anew()).isTrue();
    }

    @Test
    void suggestsNothingThatIsStopped() {
        Policy stopped =
                new PolicyParts(2, 1, ENTRA).policy(new StoppedKinds(List.of(MethodKind.AUTHENTICATOR_APP), false));
        assertThat(demand(decide(stopped, NOTHING, Asked.NEVER)).suggested())
                .containsExactly(MethodKind.SMS, MethodKind.EMAIL);
    }

    @Test
    void asksForNoMoreThanThereIsToRegister() {
        Policy noTexts = new PolicyParts(2, 2, ENTRA).policy(new StoppedKinds(List.of(MethodKind.SMS), false));
        Demand demand = demand(decide(noTexts, NOTHING, Asked.NEVER));
        assertThat(demand.suggested()).containsExactly(MethodKind.AUTHENTICATOR_APP, MethodKind.EMAIL);
        assertThat(decide(noTexts, APP_AND_MAIL, confirmed(1))).isEmpty();
        Policy onlyTexts = new PolicyParts(2, 0, ENTRA)
                .policy(new StoppedKinds(List.of(MethodKind.AUTHENTICATOR_APP, MethodKind.EMAIL), false));
        assertThat(demand(decide(onlyTexts, NOTHING, Asked.NEVER)).suggested()).containsExactly(MethodKind.SMS);
        assertThat(decide(onlyTexts, Set.of(MethodKind.SMS), confirmed(1))).isEmpty();
    }

    @Test
    void asksForNothingWhereNothingCanBeRegistered() {
        StoppedKinds all =
                new StoppedKinds(List.of(MethodKind.AUTHENTICATOR_APP, MethodKind.EMAIL, MethodKind.SMS), false);
        Policy nothing = new PolicyParts(2, 1, SAFE).policy(all);
        assertThat(decide(nothing, NOTHING, Asked.NEVER)).isEmpty();
        // Not even where an administrator wants them to register anew.
        assertThat(decide(nothing, NOTHING, new Asked(null, Set.of(), 0, null, true)))
                .isEmpty();
    }

    @Test
    void whoeverRegistersWhatIsSuggestedIsNotHeldUpAgainWhateverIsStopped() {
        int asked = 0;
        int heldUp = 0;
        for (int seed = 0; seed < 5000; seed++) {
            Random random = new Random(seed);
            Policy policy = new PolicyParts(
                            1 + random.nextInt(2), random.nextInt(3), random.nextBoolean() ? SAFE : ENTRA)
                    .policy(new StoppedKinds(some(random), false));
            Set<MethodKind> held = Set.copyOf(some(random));
            Asked before = new Asked(
                    NOW.minus(Duration.ofDays(30)),
                    Set.of(RegistrationReason.RESET_NEEDS_MORE),
                    7,
                    NOW.minus(Duration.ofDays(1)),
                    random.nextBoolean());
            Optional<Demand> first = decide(policy, held, before);
            if (first.isEmpty()) continue;
            asked++;
            if (!first.get().mayBeSkipped()) heldUp++;
            assertThat(first.get().suggested())
                    .isNotEmpty()
                    .noneMatch(policy.stopped().kinds()::contains);
            Set<MethodKind> after = new HashSet<>(held);
            after.addAll(first.get().suggested());
            assertThat(decide(policy, after, first.get().asked())).isEmpty();
        }
        // Otherwise this test would prove nothing.
        assertThat(asked).isGreaterThan(1000);
        assertThat(heldUp).isGreaterThan(500);
    }

    private static List<MethodKind> some(Random random) {
        return Stream.of(MethodKind.AUTHENTICATOR_APP, MethodKind.EMAIL, MethodKind.SMS)
                .filter(kind -> random.nextInt(3) == 0)
                .toList();
    }

    private static Asked confirmed(int daysAgo) {
        return new Asked(null, Set.of(), 0, NOW.minus(Duration.ofDays(daysAgo)), false);
    }

    private static Optional<Demand> decide(Policy policy, Set<MethodKind> held, Asked before) {
        return decide(policy, held, before, NOW);
    }

    private static Optional<Demand> decide(Policy policy, Set<MethodKind> held, Asked before, Instant now) {
        return RegistrationDecider.decide(policy, Terms.ofAnybody(policy), new HeldKinds(held, held), before, now);
    }

    private static Demand demand(Optional<Demand> decided) {
        return decided.orElseThrow();
    }

    private static @Nullable List<RegistrationReason> reasons(Optional<Demand> decided) {
        return decided.map(Demand::reasons).orElse(null);
    }

    /** Two of app, mail and texts for a reset. */
    private static Policy policy(int signIns, RegistrationRules rules) {
        return new PolicyParts(2, signIns, rules).policy();
    }

    private record PolicyParts(int gates, int signIns, RegistrationRules rules) {
        Policy policy() {
            return policy(StoppedKinds.NONE);
        }

        Policy policy(StoppedKinds stopped) {
            Policy entra = Presets.entra();
            return new Policy(
                    1,
                    gates,
                    entra.kinds(),
                    entra.disclosure(),
                    entra.passwordRules(),
                    entra.methodRules(),
                    entra.scope(),
                    entra.administrators(),
                    new SignInRules(signIns, entra.signIn().kinds()),
                    rules,
                    stopped,
                    entra.passwordChecks(),
                    entra.limits(),
                    entra.afterReset(),
                    entra.notices(),
                    entra.help());
        }
    }
}
