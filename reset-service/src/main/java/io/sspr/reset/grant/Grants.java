package io.sspr.reset.grant;

import io.sspr.reset.Column;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which accounts may be reset with a one-time code because an administrator said so. The code itself is made and checked
 * by the registration service; each has its own end, and both must be live. A change by somebody who knows the old
 * password does not use a grant up: that need not have been the person the administrator meant.
 */
@Component
public class Grants {

    private final JdbcClient jdbc;

    Grants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives one, in place of an earlier one. */
    public void give(UUID accountId, UUID administratorId, Instant expiresAt) {
        jdbc.sql("""
                        insert into administrator_grants (account_id, administrator_id, expires_at) values (?, ?, ?)
                        on conflict (account_id) do update
                           set administrator_id = excluded.administrator_id, expires_at = excluded.expires_at
                        """)
                .param(accountId)
                .param(administratorId)
                .param(Column.time(expiresAt))
                .update();
    }

    /** It was used, or is void. */
    public void end(UUID accountId) {
        jdbc.sql("delete from administrator_grants where account_id = ?")
                .param(accountId)
                .update();
    }

    /** Forgets those that had ended by then. */
    public void forget(Instant before) {
        jdbc.sql("delete from administrator_grants where expires_at < ?")
                .param(Column.time(before))
                .update();
    }
}
