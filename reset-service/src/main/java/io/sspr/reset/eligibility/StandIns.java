package io.sspr.reset.eligibility;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose rows are read for whom. An unknown login has none, and reading none is faster; so those of somebody who has methods
 * are read for it, always of the same one, and not looked at.
 */
@Component
class StandIns {

    private final JdbcClient jdbc;

    StandIns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account's own; of somebody else for a decoy; the decoy's own, of which there are none, while nobody has methods. */
    UUID of(UUID askerId) {
        // All three are looked up in any case.
        return jdbc.sql("""
                        select coalesce(own, next, first, :asker)
                          from (select (select account_id from known_accounts where account_id = :asker) as own,
                                       (select account_id from known_methods where account_id >= :asker
                                         order by account_id limit 1) as next,
                                       (select account_id from known_methods order by account_id limit 1) as first
                                offset 0) as found
                        """).param("asker", askerId).query(UUID.class).single();
    }
}
