package io.sspr.contract.policy;

import static io.sspr.contract.MethodKind.ADMINISTRATOR_CODE;
import static io.sspr.contract.MethodKind.AUTHENTICATOR_APP;
import static io.sspr.contract.MethodKind.EMAIL;
import static io.sspr.contract.MethodKind.RECOVERY_CODE;
import static io.sspr.contract.policy.RegistrationReason.RESET_NEEDS_MORE;
import static io.sspr.contract.policy.RegistrationReason.SIGN_IN_NEEDS_MORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Disclosure;
import io.sspr.contract.MethodKind;
import io.sspr.contract.MethodRules;
import io.sspr.contract.PasswordRules;
import io.sspr.contract.state.MethodStatus;
import io.sspr.contract.state.Policy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of one gate by app or mail, and one of the two at sign-in. */
class RegistrationNeedsTests {
    private static final List<MethodKind> APP_AND_MAIL = List.of(AUTHENTICATOR_APP, EMAIL);
    private static final RegistrationRules REQUIRED = new RegistrationRules(true, null, null, 0);

    private final Policy asks = policy(REQUIRED, false, StoppedKinds.NONE);

    @Test
    void whoeverHasNothingLacksForBothAndOneThatServesBothIsEnough() {
        assertThat(lacking(asks, held(asks, Map.of()))).containsExactly(RESET_NEEDS_MORE, SIGN_IN_NEEDS_MORE);
        assertThat(lacking(asks, held(asks, Map.of(EMAIL, MethodStatus.VERIFIED))))
                .isEmpty();
    }

    @Test
    void whatIsTooNewIsRegisteredAndWhatIsLockedIsNot() {
        assertThat(lacking(asks, held(asks, Map.of(EMAIL, MethodStatus.QUARANTINED))))
                .isEmpty();
        assertThat(lacking(
                        asks, held(asks, Map.of(EMAIL, MethodStatus.LOCKED, AUTHENTICATOR_APP, MethodStatus.REMOVED))))
                .containsExactly(RESET_NEEDS_MORE, SIGN_IN_NEEDS_MORE);
    }

    @Test
    void whatIsOnFileServesAResetWhereThePolicySaysSoAndNeverASignIn() {
        Map<MethodKind, MethodStatus> onFile = Map.of(EMAIL, MethodStatus.IMPORTED);
        Policy counts = policy(REQUIRED, true, StoppedKinds.NONE);
        assertThat(lacking(counts, held(counts, onFile))).containsExactly(SIGN_IN_NEEDS_MORE);
        assertThat(lacking(asks, held(asks, onFile))).containsExactly(RESET_NEEDS_MORE, SIGN_IN_NEEDS_MORE);
    }

    @Test
    void whatIsStoppedServesNeither() {
        Policy stopped = policy(REQUIRED, true, new StoppedKinds(List.of(EMAIL), false));
        Map<MethodKind, MethodStatus> both = Map.of(EMAIL, MethodStatus.VERIFIED, RECOVERY_CODE, MethodStatus.VERIFIED);
        assertThat(lacking(stopped, held(stopped, both))).containsExactly(RESET_NEEDS_MORE, SIGN_IN_NEEDS_MORE);
        assertThat(needs(stopped, false).reset().kinds()).containsExactly(AUTHENTICATOR_APP);
        assertThat(needs(stopped, false).signIn().kinds()).containsExactly(AUTHENTICATOR_APP);
    }

    @Test
    void whereRegistrationIsNotRequiredOnlySignInAsksUnlessAnAdministratorDoes() {
        Policy optional = policy(RegistrationRules.NOBODY, false, StoppedKinds.NONE);
        HeldKinds nothing = held(optional, Map.of());
        assertThat(lacking(optional, nothing)).containsExactly(SIGN_IN_NEEDS_MORE);
        assertThat(needs(optional, true).lacking(nothing)).containsExactly(RESET_NEEDS_MORE, SIGN_IN_NEEDS_MORE);
    }

    @Test
    void whoeverCannotResetIsAskedForSignInOnly() {
        Terms elsewhere = Terms.of(asks, false, true, Set.of());
        assertThat(elsewhere.outside()).isEqualTo(Ineligibility.PASSWORD_ELSEWHERE);
        assertThat(RegistrationNeeds.of(asks, elsewhere, true).lacking(held(asks, Map.of())))
                .containsExactly(SIGN_IN_NEEDS_MORE);
    }

    @Test
    void whatNobodyRegistersIsNotHeld() {
        assertThat(held(asks, Map.of(ADMINISTRATOR_CODE, MethodStatus.VERIFIED)).isEmpty())
                .isTrue();
    }

    private static Collection<RegistrationReason> lacking(Policy policy, HeldKinds held) {
        return needs(policy, false).lacking(held);
    }

    private static RegistrationNeeds needs(Policy policy, boolean anew) {
        return RegistrationNeeds.of(policy, Terms.ofAnybody(policy), anew);
    }

    private static HeldKinds held(Policy policy, Map<MethodKind, MethodStatus> methods) {
        return HeldKinds.of(policy, methods.entrySet(), Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Policy policy(RegistrationRules registration, boolean importedCount, StoppedKinds stopped) {
        return new Policy(
                1,
                1,
                APP_AND_MAIL,
                Disclosure.STRICT,
                new PasswordRules(15, 256),
                new MethodRules(24, importedCount),
                ScopeRules.EVERYBODY,
                new AdministratorRules(true, 1, APP_AND_MAIL),
                new SignInRules(1, APP_AND_MAIL),
                registration,
                stopped,
                Presets.checks(15),
                Presets.SAFE_LIMITS,
                Presets.AFTER_SAFE_RESET,
                NoticeRules.ALL,
                HelpRules.ADMINISTRATORS);
    }
}
