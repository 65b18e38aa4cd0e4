package io.sspr.console.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.console.organisation.Organisation;
import io.sspr.contract.MethodKind;
import io.sspr.contract.policy.Ineligibility;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.policy.RegistrationReason;
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
