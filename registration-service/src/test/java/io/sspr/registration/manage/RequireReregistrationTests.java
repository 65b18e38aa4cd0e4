package io.sspr.registration.manage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.Event;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.event.MethodRemoved;
import io.sspr.contract.event.Removal;
import io.sspr.contract.event.ReregistrationRequired;
import io.sspr.contract.event.VerificationEnded;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.registration.account.Accounts;
import io.sspr.registration.rig.Outcome;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.Rig;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequireReregistrationTests {

    private static final Rig RIG = new Rig(true);

    private final People people = new People(RIG);
    private final UUID account = people.withEverything();
    private final UUID administrator = administrator();
    private final Flow flow = Flow.begin();

    @Test
    void removesEverythingThatThePersonHad() {
        Outcome outcome = require(administrator, login(account));
        assertThat(outcome.events().stream()
                        .filter(MethodRemoved.class::isInstance)
                        .map(event -> ((MethodRemoved) event).cause()))
                .hasSize(4)
                .containsOnly(Removal.ADMINISTRATOR);
        assertThat(outcome.only(io.sspr.contract.reply.ReregistrationRequired.class)
                        .accountId())
                .isEqualTo(account);
        Event last = outcome.events().get(outcome.events().size() - 1);
        assertThat(last).isEqualTo(new ReregistrationRequired(account, administrator));
        for (String table : new String[] {"methods", "sign_in_proofs"})
            assertThat(RIG.database()
                            .sql("SELECT count(*) FROM " + table + " WHERE account_id = :account")
                            .param("account", account)
                            .query(Long.class)
                            .single())
                    .isZero();
    }

    @Test
    void endsWhatWasBegunBeforeItSoThatNoThiefIsTheFirstToRegister() {
        String code = People.letter(people.register(
                        people.signsIn(account, "otp"), MethodKind.EMAIL, flow, People.address("thief@example.org")))
                .code();
        Outcome outcome = require(administrator, login(account));
        assertThat(outcome.events()).hasAtLeastOneElementOfType(VerificationEnded.class);
        assertThat(people.prove(flow, code).refusal()).isEqualTo(Refusal.ENDED);
    }

    @Test
    void letsThePersonRegisterAnew() {
        require(administrator, login(account));
        people.signsIn(account);
        Outcome begun = people.registerEmail(account, flow, "ana@example.org");
        MethodRegistered registered =
                people.prove(flow, People.letter(begun).code()).only(MethodRegistered.class);
        assertThat(registered.usableFrom()).isNull();
    }

    @Test
    void isForAdministratorsOnly() {
        UUID nobody = people.provision();
        for (String login : new String[] {login(account), "nobody-" + UUID.randomUUID(), "\u200b"})
            assertThat(require(nobody, login).refusal()).isEqualTo(Refusal.NOT_ADMINISTRATOR);
        assertThat(require(UUID.randomUUID(), login(account)).refusal()).isEqualTo(Refusal.NOT_ADMINISTRATOR);
    }

    @Test
    void isNotForAnAdministratorsOwnAccount() {
        assertThat(require(administrator, login(administrator)).refusal()).isEqualTo(Refusal.OUT_OF_ORDER);
    }

    @Test
    void findsTheAccountHoweverTheLoginIsTyped() {
        Outcome outcome = require(administrator, login(account).toUpperCase(Locale.ROOT));
        assertThat(outcome.only(io.sspr.contract.reply.ReregistrationRequired.class))
                .isNotNull();
        for (String login : new String[] {"nobody-" + UUID.randomUUID(), "\u200b"})
            assertThat(require(administrator, login).refusal()).isEqualTo(Refusal.UNKNOWN_ACCOUNT);
    }

    private Outcome require(UUID by, String login) {
        return people.requireReregistration(people.signedIn(by), login);
    }

    private UUID administrator() {
        String name = "admin" + UUID.randomUUID();
        return people.provision(new AccountEntry(name, name, "sl", true))
                .reply(AccountProvisioned.class)
                .accountId();
    }

    private static String login(UUID accountId) {
        return RIG.bean(Accounts.class).find(accountId).orElseThrow().entry().login();
    }
}
