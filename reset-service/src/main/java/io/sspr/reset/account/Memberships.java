package io.sspr.reset.account;

import io.sspr.contract.state.Account;
import io.sspr.reset.Column;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the accounts are part of: groups, administrators, and other systems that keep their passwords. */
@Component
public class Memberships {

    /** What an account says of itself. */
    public record Membership(boolean administrator, boolean passwordElsewhere) {}

    private final JdbcClient jdbc;

    Memberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the account of that id, if it has arrived. */
    public Optional<Membership> find(UUID accountId) {
        return jdbc.sql("""
                        select administrator, coalesce(password_elsewhere, false) as password_elsewhere
                          from known_accounts left join known_memberships using (account_id)
                         where account_id = ?
                        """)
                .param(accountId)
                .query((row, number) ->
                        new Membership(row.getBoolean("administrator"), row.getBoolean("password_elsewhere")))
                .optional();
    }

    /** All groups that the account is in, by name and through others; groups that are in each other are no harm. */
    public Set<String> groups(UUID accountId) {
        return new HashSet<>(jdbc.sql("""
                        with recursive found (group_id) as (
                            select unnest(groups) from known_memberships where account_id = ?
                            union
                            select outer_id
                              from found join known_groups using (group_id), unnest(member_of) as outer_id
                        )
                        select group_id from found
                        """).param(accountId).query(String.class).list());
    }

    void learn(Account account) {
        jdbc.sql("""
                        insert into known_memberships (account_id, groups, password_elsewhere) values (?, ?, ?)
                        on conflict (account_id) do update
                           set groups = excluded.groups, password_elsewhere = excluded.password_elsewhere
                        """)
                .param(account.accountId())
                .param(Column.texts(account.groups()))
                .param(Boolean.TRUE.equals(account.passwordElsewhere()))
                .update();
    }
}
