package io.sspr.registration.group;

import io.sspr.contract.ContractJson;
import io.sspr.contract.Undecodable;
import io.sspr.contract.policy.Groups;
import io.sspr.contract.secret.GroupEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** All that somebody is in who is in these by name; asks the database once for each level of nesting. */
    public Set<String> all(Collection<String> direct) {
        Map<String, List<String>> memberOf = new HashMap<>();
        List<String> next = direct.stream().distinct().toList();
        // Even for nobody: known and unknown logins cost the same.
        do {
            List<GroupEntry> found = next.isEmpty() ? none() : these(next);
            List<String> outer = new ArrayList<>();
            for (String asked : next) memberOf.put(asked, List.of());
            for (GroupEntry group : found) {
                memberOf.put(group.groupId(), group.memberOf());
                outer.addAll(group.memberOf());
            }
            next = outer.stream()
                    .distinct()
                    .filter(id -> !memberOf.containsKey(id))
                    .toList();
        } while (!next.isEmpty());
        return Groups.all(direct, memberOf);
    }

    private List<GroupEntry> none() {
        return these(List.of(""));
    }

    private List<GroupEntry> these(List<String> ids) {
        return database
                .sql("SELECT entry FROM groups WHERE group_id IN (:ids)")
                .param("ids", ids)
                .query(String.class)
                .list()
                .stream()
                .map(KnownGroups::read)
                .toList();
    }

    private static GroupEntry read(String json) {
        try {
            return ContractJson.read(json.getBytes(StandardCharsets.UTF_8), GroupEntry.class);
        } catch (Undecodable e) {
            throw new IllegalStateException("a stored group cannot be read", e);
        }
    }
}
