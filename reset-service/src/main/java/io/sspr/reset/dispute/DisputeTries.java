package io.sspr.reset.dispute;

import io.sspr.reset.Column;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts tried codes of notices, by account or decoy, from familiar and from other origins apart. */
@Component
public class DisputeTries {

    private final JdbcClient jdbc;

    DisputeTries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Tries of(UUID asker, boolean familiar) {
        return jdbc.sql("select tries, since from dispute_tries where account_id = ? and familiar = ?")
                .param(asker)
                .param(familiar)
                .query((row, number) -> new Tries(row.getInt("tries"), Column.instant(row, "since")))
                .optional()
                .orElse(Tries.NONE);
    }

    void save(UUID asker, boolean familiar, Tries tries) {
        jdbc.sql("""
                        insert into dispute_tries (account_id, familiar, tries, since) values (?, ?, ?, ?)
                        on conflict (account_id, familiar) do update set tries = excluded.tries, since = excluded.since
                        """)
                .param(asker)
                .param(familiar)
                .param(tries.count())
                .param(Column.optionalTime(tries.since()))
                .update();
    }

    /** Counts from nothing again. */
    public void clear(UUID accountId) {
        jdbc.sql("delete from dispute_tries where account_id = ?")
                .param(accountId)
                .update();
    }

    /** Forgets those that began before then. */
    public void forget(Instant before) {
        jdbc.sql("delete from dispute_tries where since < ?")
                .param(Column.time(before))
                .update();
    }
}
