package io.sspr.notification.contact;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of the policy concerns us. */
@Component
public class Rules {

    private final JdbcClient database;

    Rules(JdbcClient database) {
        this.database = database;
    }

    void areNow(boolean importedCount) {
        database.sql("""
                        insert into rules (id, imported_count) values (true, :count)
                        on conflict (id) do update set imported_count = excluded.imported_count
                        """).param("count", importedCount).update();
    }

    /** Whether addresses that nobody has proven serve a reset. */
    public boolean importedCount() {
        return database.sql("select exists (select 1 from rules where imported_count)")
                .query(Boolean.class)
                .single();
    }
}
