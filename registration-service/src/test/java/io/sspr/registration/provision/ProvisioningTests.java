package io.sspr.registration.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Refusal;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.registration.account.KnownAccount;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvisioningTests {

    private static final UUID NEW = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID KNOWN = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-000000000003");
    private static final AccountEntry ANA = new AccountEntry("E-1", "ana", "en", false);

    @Test
    void makesAnUnknownEntryAnAccountUnderOurOwnId() {
        assertThat(Provisioning.decide(Optional.empty(), Optional.empty(), ANA, NEW))
                .isEqualTo(new Provisioning.Created(new KnownAccount(NEW, ANA)));
    }

    @Test
    void changesNothingWhenTheSameEntryComesAgain() {
        assertThat(Provisioning.decide(known(), Optional.of(KNOWN), ANA, NEW))
                .isEqualTo(new Provisioning.Unchanged(KNOWN));
    }

    @Test
    void bringsAKnownAccountUpToDateUnderItsId() {
        AccountEntry married = new AccountEntry("E-1", "ana.novak", "sl", true);
        assertThat(Provisioning.decide(known(), Optional.empty(), married, NEW))
                .isEqualTo(new Provisioning.Changed(new KnownAccount(KNOWN, married)));
    }

    @Test
    void refusesALoginThatAnotherAccountHas() {
        Provisioning refused = new Provisioning.Refused(Refusal.LOGIN_TAKEN);
        assertThat(Provisioning.decide(Optional.empty(), Optional.of(OTHER), ANA, NEW))
                .isEqualTo(refused);
        assertThat(Provisioning.decide(known(), Optional.of(OTHER), ANA, NEW)).isEqualTo(refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sl", "de-AT", "zh-Hant-TW"})
    void takesLanguageTags(String locale) {
        assertThat(Provisioning.isWellFormed(new AccountEntry("E-1", "ana", locale, false)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en_US", "../..", "e", "en\n"})
    void takesNothingElseForALocale(String locale) {
        assertThat(Provisioning.isWellFormed(new AccountEntry("E-1", "ana", locale, false)))
                .isFalse();
    }

    @Test
    void takesNoControlCharactersInAnId() {
        assertThat(Provisioning.isWellFormed(new AccountEntry("E\r\n1", "ana", "en", false)))
                .isFalse();
    }

    private static Optional<KnownAccount> known() {
        return Optional.of(new KnownAccount(KNOWN, ANA));
    }
}
