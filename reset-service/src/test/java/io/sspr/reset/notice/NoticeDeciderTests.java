package io.sspr.reset.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.event.AccountUnlocked;
import io.sspr.contract.event.AdministratorResetStarted;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.contract.event.ResetDisputed;
import io.sspr.contract.event.SignInLocked;
import io.sspr.contract.event.SignedIn;
import io.sspr.contract.internal.Notice;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeDeciderTests {

    private static final UUID ACCOUNT = new UUID(0, 1);
    private static final Instant EARLIER = Instant.parse("2026-11-22T11:59:59Z");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"RESET, PASSWORD_RESET", "CHANGED, PASSWORD_CHANGED", "ADMINISTRATOR, PASSWORD_RESET_ARRANGED"})
    void aPasswordThatAPersonSetIsToldAsOfWhenItWasSet(Cause cause, Notice notice) {
        assertThat(NoticeDecider.of(changed(cause), NOON)).contains(new Told(ACCOUNT, notice, EARLIER, null));
    }

    @Test
    void aPasswordThatTheOrganisationBroughtIsNoNews() {
        assertThat(NoticeDecider.of(changed(Cause.IMPORTED), NOON)).isEmpty();
    }

    @Test
    void aLockIsToldWithItsEnd() {
        Instant until = NOON.plusSeconds(60);
        assertThat(NoticeDecider.of(new SignInLocked(ACCOUNT, until), NOON))
                .contains(new Told(ACCOUNT, Notice.SIGN_IN_LOCKED, NOON, until));
    }

    @Test
    void anUnlockAndADisputeAreTold() {
        assertThat(NoticeDecider.of(new AccountUnlocked(ACCOUNT, new UUID(0, 2)), NOON))
                .contains(new Told(ACCOUNT, Notice.ACCOUNT_UNLOCKED, NOON, null));
        assertThat(NoticeDecider.of(new ResetDisputed(ACCOUNT, NOON), NOON))
                .contains(new Told(ACCOUNT, Notice.RESET_DISPUTED, NOON, null));
    }

    @Test
    void whatAnAdministratorDidIsLeftToItsEvent() {
        assertThat(NoticeDecider.of(new AdministratorResetStarted(ACCOUNT, new UUID(0, 2), NOON), NOON))
                .isEmpty();
        assertThat(NoticeDecider.of(new SignedIn(ACCOUNT), NOON)).isEmpty();
    }

    private static PasswordChanged changed(Cause cause) {
        return new PasswordChanged(ACCOUNT, 2, cause, null, false, EARLIER, EARLIER);
    }
}
