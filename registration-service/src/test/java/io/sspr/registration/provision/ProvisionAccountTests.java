package io.sspr.registration.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Refusal;
import io.sspr.contract.event.AccountRegistered;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.state.Account;
import io.sspr.contract.state.Identity;
import io.sspr.registration.rig.Outcome;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.Rig;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProvisionAccountTests {

    private static final Rig RIG = new Rig(true);

    private final People people = new People(RIG);
    private final String name = "Ana" + UUID.randomUUID();

    @Test
    void makesANewPersonKnownToEverybodyWhoMustKnow() {
        Outcome outcome = people.provision(entry(name, name));
        UUID id = outcome.reply(AccountProvisioned.class).accountId();
        assertThat(outcome.reply(AccountProvisioned.class).created()).isTrue();
        assertThat(outcome.events()).containsExactly(new AccountRegistered(id, true));
        assertThat(outcome.states())
                .containsExactlyInAnyOrder(
                        new Identity(id, name),
                        new Account(id, name, name, name.toLowerCase(Locale.ROOT), "sl", false));
        assertThat(id.version()).isEqualTo(4);
    }

    @Test
    void changesNothingWhenTheSameEntryComesAgain() {
        UUID id = provisioned(entry(name, name));
        Outcome again = people.provision(entry(name, name));
        assertThat(again.reply(AccountProvisioned.class)).isEqualTo(new AccountProvisioned(id, false));
        assertThat(again.told()).hasSize(1);
    }

    @Test
    void bringsAPersonUpToDateUnderTheSameId() {
        UUID id = provisioned(entry(name, name));
        String newLogin = "new-" + name;
        Outcome changed = people.provision(entry(name, newLogin));
        assertThat(changed.reply(AccountProvisioned.class)).isEqualTo(new AccountProvisioned(id, false));
        assertThat(changed.events()).containsExactly(new AccountRegistered(id, false));
        assertThat(changed.only(Account.class).login()).isEqualTo(newLogin);
        assertThat(changed.states()).hasSize(1);
    }

    @Test
    void refusesALoginThatLooksLikeAnotherPersons() {
        provisioned(entry(name, "MIKE" + name));
        Outcome fullWidth = people.provision(entry("other" + name, "ＭＩＫＥ" + name));
        assertThat(fullWidth.refusal()).isEqualTo(Refusal.LOGIN_TAKEN);
        assertThat(fullWidth.told()).hasSize(1);
    }

    @Test
    void tellsLettersApartThatOnlyCaseWouldFoldTogether() {
        String mike = "mike" + UUID.randomUUID();
        provisioned(entry("first" + name, mike));
        // A dotless i is another letter; the Kelvin sign is a K (ATK-09).
        assertThat(people.provision(entry("second" + name, mike.replace("mi", "m\u0131")))
                        .reply(AccountProvisioned.class)
                        .created())
                .isTrue();
        assertThat(people.provision(entry("third" + name, mike.replace("k", "\u212a")))
                        .refusal())
                .isEqualTo(Refusal.LOGIN_TAKEN);
    }

    @Test
    void takesALoginThatSomebodyGaveUp() {
        provisioned(entry(name, name));
        provisioned(entry(name, "new-" + name));
        assertThat(people.provision(entry("other" + name, name))
                        .reply(AccountProvisioned.class)
                        .created())
                .isTrue();
    }

    @Test
    void refusesALoginThatNobodyCanReadAndMalformedEntries() {
        assertThat(people.provision(entry(name, " \u200b ")).refusal()).isEqualTo(Refusal.LOGIN_INVALID);
        assertThat(people.provision(new AccountEntry(name, name, "en_US", false))
                        .refusal())
                .isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void keepsNoPersonalDataReadableInTheDatabase() {
        UUID id = provisioned(entry("org-" + name, "login-" + name));
        List<String> row = RIG.database()
                .sql("SELECT to_jsonb(accounts)::text FROM accounts WHERE account_id = :id")
                .param("id", id)
                .query(String.class)
                .list();
        assertThat(row).hasSize(1).noneMatch(text -> text.contains(name));
    }

    private UUID provisioned(AccountEntry entry) {
        return people.provision(entry).reply(AccountProvisioned.class).accountId();
    }

    private static AccountEntry entry(String organisationId, String login) {
        return new AccountEntry(organisationId, login, "sl", false);
    }
}
