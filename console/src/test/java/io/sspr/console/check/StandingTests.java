package io.sspr.console.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.sspr.console.organisation.Organisation;
import io.sspr.contract.Disclosure;
import io.sspr.contract.MethodKind;
import io.sspr.contract.MethodRules;
import io.sspr.contract.PasswordRules;
import io.sspr.contract.policy.AdministratorRules;
import io.sspr.contract.policy.HelpRules;
import io.sspr.contract.policy.Ineligibility;
import io.sspr.contract.policy.NoticeRules;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.policy.RegistrationReason;
import io.sspr.contract.policy.RegistrationRules;
import io.sspr.contract.policy.ScopeRules;
import io.sspr.contract.policy.SignInRules;
import io.sspr.contract.policy.StoppedKinds;
import io.sspr.contract.state.Account;
import io.sspr.contract.state.Method;
import io.sspr.contract.state.MethodStatus;
import io.sspr.contract.state.Policy;
import io.sspr.contract.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StandingTests {

    private static final Policy SAFE = Presets.safe();
    private static final List<MethodKind> APP_AND_MAIL = List.of(MethodKind.AUTHENTICATOR_APP, MethodKind.EMAIL);

    @Test
    void countsDifferentKindsThatTheirOwnerHasProven() {
        Standing standing = standing(
                SAFE,
                false,
                method(MethodKind.EMAIL, MethodStatus.VERIFIED),
                method(MethodKind.EMAIL, MethodStatus.VERIFIED),
                method(MethodKind.SMS, MethodStatus.VERIFIED),
                method(MethodKind.ADMINISTRATOR_CODE, MethodStatus.VERIFIED));
        assertThat(standing.counting()).containsExactly(MethodKind.EMAIL);
        assertThat(standing.reason()).isEqualTo("TOO_FEW_METHODS, missing: 1 more of AUTHENTICATOR_APP, RECOVERY_CODE");
    }

    @Test
    void whatIsOnFileCountsWhereThePolicySaysSo() {
        Method imported = method(MethodKind.EMAIL, MethodStatus.IMPORTED);
        assertThat(standing(Presets.entra(), false, imported).eligible()).isTrue();
        assertThat(standing(SAFE, false, imported).ineligibility()).isEqualTo(Ineligibility.TOO_FEW_METHODS);
    }

    @Test
    void whereAnotherSystemKeepsThePasswordNoMethodMatters() {
        Standing standing = standing(SAFE, true);
        assertThat(standing.reason()).isEqualTo("PASSWORD_ELSEWHERE");
        assertThat(standing.asked()).isEmpty();
    }

    @Test
    void asksForWhatSignInNeedsThoughRegistrationIsNotRequired() {
        Policy policy = policy(new SignInRules(1, APP_AND_MAIL), StoppedKinds.NONE);
        assertThat(standing(policy, false).asked())
                .containsExactly(entry(RegistrationReason.SIGN_IN_NEEDS_MORE, "1 more of AUTHENTICATOR_APP, EMAIL"));
        assertThat(standing(policy, false, method(MethodKind.EMAIL, MethodStatus.QUARANTINED))
                        .asked())
                .isEmpty();
    }

    @Test
    void asksForNothingThatIsStopped() {
        Policy policy = policy(new SignInRules(1, APP_AND_MAIL), new StoppedKinds(List.of(MethodKind.EMAIL), false));
        assertThat(standing(policy, false, method(MethodKind.EMAIL, MethodStatus.VERIFIED))
                        .asked())
                .containsExactly(entry(RegistrationReason.SIGN_IN_NEEDS_MORE, "1 more of AUTHENTICATOR_APP"));
    }

    @Test
    void whatIsOnFileIsNobodysSecondFactor() {
        Policy policy = policy(new SignInRules(1, APP_AND_MAIL), StoppedKinds.NONE);
        assertThat(standing(policy, false, method(MethodKind.EMAIL, MethodStatus.IMPORTED))
                        .asked())
                .containsOnlyKeys(RegistrationReason.SIGN_IN_NEEDS_MORE);
    }

    @Test
    void whoHasOnlyAnAdministratorsCodeOrRemovedMethodsHasRegisteredNothing() {
        Standing standing = standing(
                SAFE,
                false,
                method(MethodKind.ADMINISTRATOR_CODE, MethodStatus.VERIFIED),
                method(MethodKind.EMAIL, MethodStatus.REMOVED));
        assertThat(standing.ineligibility()).isEqualTo(Ineligibility.NOT_REGISTERED);
    }

    @Test
    void recoveryCodesThatAreUsedUpCountForNothing() {
        Method app = method(MethodKind.AUTHENTICATOR_APP, MethodStatus.VERIFIED);
        Method codes = method(MethodKind.RECOVERY_CODE, MethodStatus.VERIFIED);
        Method usedUp = new Method(codes.methodId(), ACCOUNT, codes.kind(), codes.status(), null, null, true);
        assertThat(standing(SAFE, false, app, codes).eligible()).isTrue();
        Standing standing = standing(SAFE, false, app, usedUp);
        assertThat(standing.ineligibility()).isEqualTo(Ineligibility.TOO_FEW_METHODS);
        assertThat(standing.asked()).containsKey(RegistrationReason.RESET_NEEDS_MORE);
        assertThat(standing(SAFE, false, usedUp).ineligibility()).isEqualTo(Ineligibility.NOTHING_USABLE);
    }

    private static final UUID ACCOUNT = UUID.fromString("00000000-0000-4000-8000-000000000001");

    /** One gate, what is on file counts, and nobody must register for a reset. */
    private static Policy policy(SignInRules signIn, StoppedKinds stopped) {
        return new Policy(
                1,
                1,
                APP_AND_MAIL,
                Disclosure.STRICT,
                new PasswordRules(15, 256),
                new MethodRules(24, true),
                ScopeRules.EVERYBODY,
                new AdministratorRules(true, 1, APP_AND_MAIL),
                signIn,
                RegistrationRules.NOBODY,
                stopped,
                Presets.checks(15),
                Presets.SAFE_LIMITS,
                Presets.AFTER_SAFE_RESET,
                NoticeRules.ALL,
                HelpRules.ADMINISTRATORS);
    }

    private static Method method(MethodKind kind, MethodStatus status) {
        return new Method(UUID.randomUUID(), ACCOUNT, kind, status, null);
    }

    private static Standing standing(Policy policy, boolean passwordElsewhere, Method... methods) {
        Account account = new Account(ACCOUNT, "1", "ana", "ana", "sl", false, List.of(), List.of(), passwordElsewhere);
        List<State> facts = new ArrayList<>(List.of(methods));
        facts.add(account);
        return Standing.of(Organisation.of(facts), account, policy);
    }
}
