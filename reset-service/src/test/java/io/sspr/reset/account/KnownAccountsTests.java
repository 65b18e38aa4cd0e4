package io.sspr.reset.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.state.Account;
import io.sspr.reset.RunningReset;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnownAccountsTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final KnownAccounts accounts = RunningReset.bean(KnownAccounts.class);
    private final UUID jane = UUID.randomUUID();
    private final UUID john = UUID.randomUUID();
    private final String login = "known-" + jane + "@example.org";

    @Test
    void aLoginIsFoundHoweverItIsTyped() {
        learn(jane, login, NOON);

        for (String typed :
                new String[] {login, " " + login, login.replace("known", "KNOWN"), "\uff4b" + login.substring(1)})
            assertThat(accounts.asker(typed)).isEqualTo(new Asker(jane, true));
        assertThat(accounts.find(jane)).contains(new KnownAccount(jane, login, "org-" + jane));
    }

    @Test
    void aLoginThatLooksAlikeIsAnother() {
        learn(jane, "mike-" + login, NOON);

        assertThat(accounts.asker("m\u0131ke-" + login).known()).isFalse();
    }

    @Test
    void whileALoginMovesItIsWhoseItBecameLast() {
        learn(jane, login, NOON);
        learn(john, login, NOON.plusSeconds(1));
        assertThat(accounts.asker(login)).isEqualTo(new Asker(john, true));

        learn(jane, "other-" + login, NOON.plusSeconds(2));

        assertThat(accounts.asker(login)).isEqualTo(new Asker(john, true));
        assertThat(accounts.asker("other-" + login)).isEqualTo(new Asker(jane, true));
    }

    @Test
    void nobodyIsAlwaysTheSameAndLooksLikeAnAccount() {
        Asker nobody = accounts.asker(login);

        assertThat(nobody.known()).isFalse();
        assertThat(nobody.accountId()).isNull();
        assertThat(nobody.id().version()).isEqualTo(4);
        assertThat(nobody.id().variant()).isEqualTo(2);
        assertThat(accounts.asker(login.replace("known", "KNOWN"))).isEqualTo(nobody);
        assertThat(accounts.asker("other-" + login)).isNotEqualTo(nobody);
    }

    @Test
    void whatIsNoLoginIsNobodyToo() {
        Asker nobody = accounts.asker("\ud83d " + login);

        assertThat(nobody.known()).isFalse();
        assertThat(accounts.asker("\ud83d " + login)).isEqualTo(nobody);
    }

    private void learn(UUID id, String name, Instant asOf) {
        accounts.learn(new Account(id, "org-" + id, name, name, "en", false), asOf);
    }
}
