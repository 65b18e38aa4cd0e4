package io.sspr.reset.eligibility;

import io.sspr.contract.MethodKind;
import io.sspr.contract.state.MethodStatus;
import io.sspr.reset.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is known of the people behind accounts and decoys. One statement, the same for both, which finds as much: an unknown
 * login has no rows, and reading none is faster; so those of somebody who has methods are read for it, always of the same
 * one, and not looked at.
 */
@Component
public class People {

    /**
     * Whose rows are read: an account's own; for a decoy somebody else's; the decoy's own, of which there are none, while
     * nobody has methods. All three are looked up in any case, which is what the offset is for. Groups count by name and
     * through others; that they are in each other is no harm.
     */
    private static final String READ = """
            with recursive whose (id) as (
                select coalesce(own, next, first, :asker)
                  from (select (select account_id from known_accounts where account_id = :asker) as own,
                               (select account_id from known_methods where account_id >= :asker
                                 order by account_id limit 1) as next,
                               (select account_id from known_methods order by account_id limit 1) as first
                        offset 0) as found
            ), reached (group_id) as (
                select unnest(groups) from known_memberships where account_id = (select id from whose)
                union
                select outer_id from reached join known_groups using (group_id), unnest(member_of) as outer_id
            )
            select id, account_id is not null as known, administrator,
                   coalesce(password_elsewhere, false) as password_elsewhere,
                   array(select group_id from reached) as groups,
                   array(select concat_ws(' ', kind, status, used_up) from known_methods where account_id = id) as methods,
                   exists (select from account_freezes where account_id = id) as frozen,
                   exists (select from administrator_grants where account_id = id and expires_at > :now) as granted
              from whose
                   left join known_accounts on account_id = id
                   left join known_memberships using (account_id)
            """;

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The person of that id as of now. */
    public Person of(UUID askerId, Instant now) {
        return jdbc.sql(READ)
                .param("asker", askerId)
                .param("now", Column.time(now))
                .query((row, number) -> {
                    Person person = person(row);
                    return Column.uuid(row, "id").equals(askerId) ? person : Person.NOBODY;
                })
                .single();
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getBoolean("known"),
                row.getBoolean("administrator"),
                row.getBoolean("password_elsewhere"),
                Set.copyOf(List.of(texts(row, "groups"))),
                Stream.of(texts(row, "methods")).map(People::method).toList(),
                row.getBoolean("frozen"),
                row.getBoolean("granted"));
    }

    /** Of its kind, its status, and whether it is used up, {@code t} or {@code f}. */
    private static HeldMethod method(String written) {
        String[] words = written.split(" ", 3);
        return new HeldMethod(MethodKind.valueOf(words[0]), MethodStatus.valueOf(words[1]), words[2].equals("t"));
    }

    private static String[] texts(ResultSet row, String name) throws SQLException {
        return (String[]) row.getArray(name).getArray();
    }
}
