package io.sspr.registration.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.event.MethodImported;
import io.sspr.contract.event.MethodLocked;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.event.MethodReleased;
import io.sspr.contract.event.MethodRemoved;
import io.sspr.contract.event.RecoveryCodeUsed;
import io.sspr.contract.event.RecoveryCodesIssued;
import io.sspr.contract.event.Removal;
import io.sspr.contract.event.ReregistrationRequired;
import io.sspr.contract.internal.MethodNotice;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MethodNoticeDeciderTests {

    private static final Instant SOON = Instant.parse("2026-11-23T12:00:00Z");

    private final UUID method = UUID.randomUUID();
    private final UUID account = UUID.randomUUID();

    @Test
    void aNewMethodIsToldWithTheEndOfItsQuarantine() {
        assertThat(MethodNoticeDecider.of(new MethodRegistered(method, account, MethodKind.EMAIL, SOON)))
                .contains(new Told(account, MethodNotice.METHOD_REGISTERED, method, MethodKind.EMAIL, SOON, null));
    }

    @Test
    void newRecoveryCodesAreToldOnce() {
        assertThat(MethodNoticeDecider.of(new MethodRegistered(method, account, MethodKind.RECOVERY_CODE, null)))
                .isEmpty();
        assertThat(MethodNoticeDecider.of(new RecoveryCodesIssued(method, account, 10, false)))
                .contains(codes(MethodNotice.RECOVERY_CODES_ISSUED, 10));
    }

    @Test
    void aUsedCodeAndItsSuccessorAreToldWithHowManyAreLeft() {
        assertThat(MethodNoticeDecider.of(new RecoveryCodeUsed(method, account, UUID.randomUUID(), null, 9)))
                .contains(codes(MethodNotice.RECOVERY_CODE_USED, 9));
        assertThat(MethodNoticeDecider.of(new RecoveryCodesIssued(method, account, 10, true)))
                .contains(codes(MethodNotice.RECOVERY_CODE_REPLACED, 10));
    }

    @Test
    void aLockIsTold() {
        assertThat(MethodNoticeDecider.of(new MethodLocked(method, account, MethodKind.SMS)))
                .contains(Told.of(account, MethodNotice.METHOD_LOCKED, method, MethodKind.SMS));
    }

    @ParameterizedTest
    @EnumSource(
            value = Removal.class,
            names = {"OWNER", "REPLACED"})
    void aRemovalIsToldThatTheOwnerCaused(Removal cause) {
        assertThat(MethodNoticeDecider.of(new MethodRemoved(method, account, MethodKind.SMS, cause)))
                .contains(Told.of(account, MethodNotice.METHOD_REMOVED, method, MethodKind.SMS));
    }

    @ParameterizedTest
    @EnumSource(
            value = Removal.class,
            names = {"ADMINISTRATOR", "PROVISIONING"})
    void ofARemovalThatOthersCausedTheEventTells(Removal cause) {
        assertThat(MethodNoticeDecider.of(new MethodRemoved(method, account, MethodKind.SMS, cause)))
                .isEmpty();
    }

    @Test
    void whatNoPersonCausedIsNotAskedFor() {
        assertThat(MethodNoticeDecider.of(new MethodImported(method, account, MethodKind.SMS)))
                .isEmpty();
        assertThat(MethodNoticeDecider.of(new MethodReleased(method, account, MethodKind.SMS)))
                .isEmpty();
        assertThat(MethodNoticeDecider.of(new ReregistrationRequired(account, UUID.randomUUID())))
                .isEmpty();
    }

    private Told codes(MethodNotice notice, int left) {
        return new Told(account, notice, method, MethodKind.RECOVERY_CODE, null, left);
    }
}
