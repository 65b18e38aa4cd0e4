package io.sspr.registration.group;

import io.sspr.contract.ContractJson;
import io.sspr.contract.Undecodable;
import io.sspr.contract.policy.Groups;
import io.sspr.contract.secret.GroupEntry;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the groups. */
@Component
public class KnownGroups {
    private final JdbcClient database;

    KnownGroups(JdbcClient database) {
        this.database = database;
    }

    static String lock(String groupId) {
        return "group:" + groupId;
    }

    /** The group of that id. */
    Optional<GroupEntry> find(String groupId) {
        return database.sql("SELECT entry FROM groups WHERE group_id = :id")
                .param("id", groupId)
                .query(String.class)
                .optional()
                .map(KnownGroups::read);
    }

    /** Keeps what is known now. */
    void keep(GroupEntry group) {
        database.sql("""
                        INSERT INTO groups (group_id, entry) VALUES (:id, :entry)
                        ON CONFLICT (group_id) DO UPDATE SET entry = EXCLUDED.entry""")
                .param("id", group.groupId())
                .param("entry", new String(ContractJson.write(group), StandardCharsets.UTF_8))
                .update();
    }

    /** All that somebody is in who is in these by name; one statement, however deep they are nested, even for nobody. */
    public Set<String> all(Collection<String> direct) {
        // Known and unknown logins cost the same statements.
        List<String> asked = direct.isEmpty() ? List.of("") : List.copyOf(direct);
        // UNION and not UNION ALL, so that groups that are in each other end.
        Map<String, List<String>> memberOf = database.sql("""
                        WITH RECURSIVE found (group_id, entry) AS (
                            SELECT group_id, entry FROM groups WHERE group_id IN (:asked)
                            UNION
                            SELECT above.group_id, above.entry
                            FROM found
                            CROSS JOIN LATERAL jsonb_array_elements_text(found.entry::jsonb -> 'memberOf') AS named (id)
                            JOIN groups above ON above.group_id = named.id
                        )
                        SELECT entry FROM found""").param("asked", asked).query(String.class).list().stream()
                .map(KnownGroups::read)
                .collect(Collectors.toMap(GroupEntry::groupId, GroupEntry::memberOf));
        return Groups.all(direct, memberOf);
    }

    private static GroupEntry read(String json) {
        try {
            return ContractJson.read(json.getBytes(StandardCharsets.UTF_8), GroupEntry.class);
        } catch (Undecodable e) {
            throw new IllegalStateException("a stored group cannot be read", e);
        }
    }
}
