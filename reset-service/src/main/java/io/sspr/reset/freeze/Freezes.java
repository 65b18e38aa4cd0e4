package io.sspr.reset.freeze;

import io.sspr.reset.Column;
import java.time.Instant;
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

    /** Lifts it, if there is one. */
    public void lift(UUID accountId) {
        jdbc.sql("delete from account_freezes where account_id = ?")
                .param(accountId)
                .update();
    }
}
