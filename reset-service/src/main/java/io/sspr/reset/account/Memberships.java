package io.sspr.reset.account;

import io.sspr.contract.state.Account;
import io.sspr.reset.Column;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the accounts are part of: groups, and other systems that keep their passwords. */
@Component
class Memberships {

    private final JdbcClient jdbc;

    Memberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
