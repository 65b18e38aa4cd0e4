package io.sspr.reset.account;

import io.sspr.contract.seal.AtRest;
import io.sspr.contract.state.Account;
import io.sspr.reset.Column;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** This service's copy of the accounts; logins, the organisation's ids and names are encrypted. */
@Component
public class KnownAccounts {

    private final JdbcClient jdbc;
    private final AtRest atRest;
    private final LoginKeys keys;

    KnownAccounts(JdbcClient jdbc, AtRest atRest) {
        this.jdbc = jdbc;
        this.atRest = atRest;
        keys = new LoginKeys(atRest);
    }

    /** Whom a typed login stands for; known or not, it is the same work. */
    public Asker asker(String login) {
        byte[] key = keys.keyOfTyped(login);
        UUID decoy = keys.decoy(key);
        // While a login moves from one account to another the copy may know it twice: the later word holds.
        // As a subselect it answers with one row in any case.
        return jdbc.sql("""
                        select (select account_id from known_accounts where login_hmac = ? order by as_of desc limit 1)
                               as account_id
                        """)
                .param(key)
                .query((row, number) -> asker(Column.optionalUuid(row, "account_id"), decoy))
                .single();
    }

    private static Asker asker(@Nullable UUID accountId, UUID decoy) {
        return accountId == null ? new Asker(decoy, false) : new Asker(accountId, true);
    }

    /** Whom that login would stand for if no account had it. */
    public Asker nobody(String login) {
        return new Asker(keys.decoy(keys.keyOfTyped(login)), false);
    }

    /** Whether that account is an administrator's. */
    public boolean isAdministrator(UUID accountId) {
        return jdbc.sql("select count(*) from known_accounts where account_id = ? and administrator")
                        .param(accountId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The account of that id, if it has arrived. */
    public Optional<KnownAccount> find(UUID accountId) {
        return jdbc.sql("select account_id, login, organisation_id, names from known_accounts where account_id = ?")
                .param(accountId)
                .query(this::account)
                .optional();
    }

    void learn(Account account, Instant asOf) {
        UUID id = account.accountId();
        jdbc.sql("""
                        insert into known_accounts
                               (account_id, login_hmac, login, organisation_id, names, administrator, as_of)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (account_id) do update
                           set login_hmac = excluded.login_hmac, login = excluded.login,
                               organisation_id = excluded.organisation_id, names = excluded.names,
                               administrator = excluded.administrator, as_of = excluded.as_of
                        """)
                .param(id)
                .param(keys.key(account.canonicalLogin()))
                .param(encrypt(account.login(), "login/" + id))
                .param(encrypt(account.organisationId(), "organisation id/" + id))
                .param(encrypt(String.join("\n", account.names()), "names/" + id))
                .param(account.administrator())
                .param(Column.time(asOf))
                .update();
    }

    private KnownAccount account(ResultSet row, int number) throws SQLException {
        UUID id = Column.uuid(row, "account_id");
        return new KnownAccount(
                id,
                decrypt(row.getBytes("login"), "login/" + id),
                decrypt(row.getBytes("organisation_id"), "organisation id/" + id),
                names(row.getBytes("names"), id));
    }

    /** One a line; a line break within one parts it, and each part counts. */
    private List<String> names(byte @Nullable [] stored, UUID id) {
        return stored == null
                ? List.of()
                : decrypt(stored, "names/" + id)
                        .lines()
                        .filter(name -> !name.isBlank())
                        .toList();
    }

    private byte[] encrypt(String text, String context) {
        return atRest.encrypt(text.getBytes(StandardCharsets.UTF_8), context);
    }

    private String decrypt(byte[] stored, String context) {
        return new String(atRest.decrypt(stored, context), StandardCharsets.UTF_8);
    }
}
