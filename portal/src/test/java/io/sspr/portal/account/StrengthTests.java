package io.sspr.portal.account;

import static io.sspr.contract.MethodKind.AUTHENTICATOR_APP;
import static io.sspr.contract.MethodKind.EMAIL;
import static io.sspr.contract.MethodKind.RECOVERY_CODE;
import static io.sspr.contract.MethodKind.SMS;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.secret.MethodView;
import io.sspr.contract.state.MethodStatus;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StrengthTests {

    @Test
    void offersTheStrongestFirstAndEachKindOnce() {
        List<MethodView> methods =
                List.of(verified(EMAIL), verified(SMS), verified(EMAIL), verified(AUTHENTICATOR_APP));

        assertThat(Strength.enough(methods, false)).containsExactly(AUTHENTICATOR_APP, SMS, EMAIL);
        assertThat(Strength.enough(methods, true)).containsExactly(AUTHENTICATOR_APP);
    }

    @Test
    void offersNothingThatTheServicesWouldRefuse() {
        List<MethodView> methods = List.of(
                method(AUTHENTICATOR_APP, MethodStatus.QUARANTINED, 0),
                method(SMS, MethodStatus.LOCKED, 0),
                method(EMAIL, MethodStatus.IMPORTED, 0),
                method(RECOVERY_CODE, MethodStatus.VERIFIED, 0));

        assertThat(Strength.provable(methods)).isEmpty();
        assertThat(Strength.isProofNeeded(methods, null, true)).isFalse();
        assertThat(Strength.isStuck(methods)).isTrue();
    }

    @Test
    void lacksNothingWhereThereIsNothingOfOnesOwn() {
        List<MethodView> imported = List.of(method(EMAIL, MethodStatus.IMPORTED, 0));

        assertThat(Strength.isStuck(imported)).isFalse();
        assertThat(Strength.isStuck(List.of())).isFalse();
        assertThat(Strength.isProofNeeded(imported, null, false)).isFalse();
    }

    @Test
    void wantsTheStrongestOnlyForAChange() {
        List<MethodView> methods = List.of(verified(EMAIL), verified(AUTHENTICATOR_APP));

        assertThat(Strength.isProofNeeded(methods, null, false)).isTrue();
        assertThat(Strength.isProofNeeded(methods, EMAIL, false)).isFalse();
        assertThat(Strength.isProofNeeded(methods, EMAIL, true)).isTrue();
        assertThat(Strength.isProofNeeded(methods, AUTHENTICATOR_APP, true)).isFalse();
    }

    @Test
    void takesNewRecoveryCodesForAChangeOnceThereAreSome() {
        assertThat(Strength.isChange(List.of(verified(EMAIL)), RECOVERY_CODE, false))
                .isFalse();
        assertThat(Strength.isChange(List.of(method(RECOVERY_CODE, MethodStatus.LOCKED, 0)), RECOVERY_CODE, false))
                .isTrue();
        assertThat(Strength.isChange(List.of(verified(EMAIL)), EMAIL, false)).isFalse();
        assertThat(Strength.isChange(List.of(verified(EMAIL)), EMAIL, true)).isTrue();
    }

    static MethodView verified(MethodKind kind) {
        return method(kind, MethodStatus.VERIFIED, 5);
    }

    static MethodView method(MethodKind kind, MethodStatus status, int codesLeft) {
        return new MethodView(UUID.randomUUID(), kind, status, null, false, null, codesLeft);
    }
}
