package io.sspr.reset.flow;

import io.sspr.reset.Column;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When help was last called for, by account or decoy. */
@Component
public class CallsForHelp {

    private final JdbcClient jdbc;

    CallsForHelp(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instant> last(UUID askerId) {
        return jdbc.sql("select last_at from calls_for_help where account_id = ?")
                .param(askerId)
                .query((row, number) -> Column.instant(row, "last_at"))
                .optional();
    }

    void note(UUID askerId, Instant now) {
        jdbc.sql("""
                        insert into calls_for_help (account_id, last_at) values (?, ?)
                        on conflict (account_id) do update set last_at = excluded.last_at
                        """).param(askerId).param(Column.time(now)).update();
    }

    /** Forgets those that were made before then. */
    public void forget(Instant before) {
        jdbc.sql("delete from calls_for_help where last_at < ?")
                .param(Column.time(before))
                .update();
    }
}
