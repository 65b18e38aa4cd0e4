package io.sspr.registration.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.registration.kind.Kinds;
import io.sspr.registration.method.RegisteredMethod;
import io.sspr.registration.rig.Rig;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTests {

    private static final Kinds KINDS = new Rig(true).bean(Kinds.class);
    private static final RegisteredMethod APP = method(MethodKind.AUTHENTICATOR_APP);
    private static final RegisteredMethod CODES = method(MethodKind.RECOVERY_CODE);
    private static final RegisteredMethod SMS = method(MethodKind.SMS);
    private static final RegisteredMethod EMAIL = method(MethodKind.EMAIL);
    private static final List<RegisteredMethod> ALL = List.of(EMAIL, SMS, CODES, APP);

    @Test
    void isThatOfTheFirstWhereThereIsNothingToProve() {
        assertThat(of(false, List.of(), Set.of(UUID.randomUUID()))).isEqualTo(Standing.FIRST);
        assertThat(Standing.FIRST.obstacleToRegister()).isEmpty();
        assertThat(Standing.FIRST.obstacleToChange()).isEmpty();
        assertThat(Standing.FIRST.vouches()).isTrue();
    }

    @Test
    void ofWhoeverCanProveNothingAnyMoreRegistersButDoesNotVouch() {
        assertThat(of(true, List.of(), Set.of(EMAIL.methodId()))).isEqualTo(Standing.UNPROVABLE);
        assertThat(Standing.UNPROVABLE.obstacleToRegister()).isEmpty();
        assertThat(Standing.UNPROVABLE.obstacleToChange()).contains(Refusal.STEP_UP_NEEDED);
        assertThat(Standing.UNPROVABLE.vouches()).isFalse();
    }

    @Test
    void isNothingWhereNothingWasProven() {
        assertThat(of(ALL, Set.of())).isEqualTo(Standing.NOTHING);
        assertThat(of(List.of(EMAIL), Set.of(UUID.randomUUID()))).isEqualTo(Standing.NOTHING);
        assertThat(Standing.NOTHING.obstacleToRegister()).contains(Refusal.STEP_UP_NEEDED);
        assertThat(Standing.NOTHING.obstacleToChange()).contains(Refusal.STEP_UP_NEEDED);
        assertThat(Standing.NOTHING.vouches()).isFalse();
    }

    @Test
    void ofAWeakerOneRegistersButChangesNothingAndDoesNotVouch() {
        assertThat(of(ALL, Set.of(EMAIL.methodId(), CODES.methodId()))).isEqualTo(Standing.WEAKER);
        assertThat(Standing.WEAKER.obstacleToRegister()).isEmpty();
        assertThat(Standing.WEAKER.obstacleToChange()).contains(Refusal.STEP_UP_NEEDED);
        assertThat(Standing.WEAKER.vouches()).isFalse();
    }

    @Test
    void ofTheStrongestDoesEverything() {
        assertThat(of(ALL, Set.of(APP.methodId()))).isEqualTo(Standing.STRONGEST);
        assertThat(Standing.STRONGEST.obstacleToRegister()).isEmpty();
        assertThat(Standing.STRONGEST.obstacleToChange()).isEmpty();
        assertThat(Standing.STRONGEST.vouches()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"AUTHENTICATOR_APP, RECOVERY_CODE", "RECOVERY_CODE, SMS", "SMS, EMAIL"})
    void goesByTheOrderOfTheContract(MethodKind stronger, MethodKind weaker) {
        RegisteredMethod strong = method(stronger);
        RegisteredMethod weak = method(weaker);
        assertThat(of(List.of(weak, strong), Set.of(strong.methodId()))).isEqualTo(Standing.STRONGEST);
        assertThat(of(List.of(weak, strong), Set.of(weak.methodId()))).isEqualTo(Standing.WEAKER);
    }

    @Test
    void isTheSameForAnyOfSeveralThatAreEquallyStrong() {
        RegisteredMethod other = method(MethodKind.AUTHENTICATOR_APP);
        assertThat(of(List.of(APP, other), Set.of(other.methodId()))).isEqualTo(Standing.STRONGEST);
    }

    private static Standing of(List<RegisteredMethod> vouching, Set<UUID> proven) {
        return of(true, vouching, proven);
    }

    private static Standing of(boolean hasOwn, List<RegisteredMethod> vouching, Set<UUID> proven) {
        return Standing.of(
                hasOwn, vouching, proven, method -> KINDS.of(method.kind()).strength());
    }

    private static RegisteredMethod method(MethodKind kind) {
        return RegisteredMethod.holding(UUID.randomUUID(), UUID.randomUUID(), kind, null);
    }
}
