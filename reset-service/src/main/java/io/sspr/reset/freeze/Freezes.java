package io.sspr.reset.freeze;

import io.sspr.reset.Column;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The accounts that are frozen because their owner denied what had happened. Nothing can be reset, unlocked or changed,
 * and nobody signs in, until an administrator unblocks the account, or its owner has reset with a code that an
 * administrator had sent.
 */
@Component
public class Freezes {

    private final JdbcClient jdbc;

    Freezes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the account is frozen; a decoy never is. */
    public boolean isFrozen(UUID accountId) {
        return jdbc.sql("select count(*) from account_freezes where account_id = ?")
                        .param(accountId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Freezes it; false if it was frozen before. */
    public boolean freeze(UUID accountId, Instant now) {
        return jdbc.sql("insert into account_freezes (account_id, since) values (?, ?) on conflict do nothing")
                        .param(accountId)
                        .param(Column.time(now))
                        .update()
                == 1;
    }

    /** When somebody looked at it last: what is older than that has been dealt with. */
    public Optional<Instant> liftedAt(UUID accountId) {
        return jdbc.sql("select lifted_at from lifted_freezes where account_id = ?")
                .param(accountId)
                .query((row, number) -> Column.instant(row, "lifted_at"))
                .optional();
    }

    /** Lifts it, if there is one. */
    public void lift(UUID accountId, Instant now) {
        jdbc.sql("""
                        insert into lifted_freezes (account_id, lifted_at) values (?, ?)
                        on conflict (account_id) do update set lifted_at = excluded.lifted_at
                        """).param(accountId).param(Column.time(now)).update();
        jdbc.sql("delete from account_freezes where account_id = ?")
                .param(accountId)
                .update();
    }
}
