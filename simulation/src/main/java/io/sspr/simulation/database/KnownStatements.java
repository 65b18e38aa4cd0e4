package io.sspr.simulation.database;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What some statements do that are more SQL than is worth reading: each known by how it begins. */
final class KnownStatements {

    private static final Pattern ELEMENT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Map<String, Statement> known = new LinkedHashMap<>();
    private final MemoryDatabase database;

    private KnownStatements(MemoryDatabase database) {
        this.database = database;
        // Nobody else is here to be locked out.
        known.put("select set_config(", scope -> found(List.of("locked"), List.of()));
        known.put("listen ", scope -> Statement.Result.NOTHING);
        known.put("unlisten *", this::unlockAll);
        known.put("with added as ( insert into outbox", this::appendToOutbox);
        known.put("select id, topic, record_key, headers, payload, (extract(", this::oldestOfOutbox);
        known.put("with finished as ( update relay_lease", this::finishBatch);
        known.put("with recursive found (group_id, entry) as (", this::groupsAbove);
        known.put("with recursive whose (id) as (", this::person);
        known.put("select coalesce(code_hmac, ?) from generate_series(", this::recoveryCodes);
    }

    static @Nullable Statement of(String sql, MemoryDatabase database) {
        String plain = sql.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
        for (Map.Entry<String, Statement> one : new KnownStatements(database).known.entrySet())
            if (plain.startsWith(one.getKey())) return one.getValue();
        return null;
    }

    private static Statement.Result found(List<String> names, List<@Nullable Object[]> rows) {
        return new Statement.Result(names, rows, -1);
    }

    private Statement.Result unlockAll(Scope scope) {
        scope.session.unlockAll();
        return Statement.Result.NOTHING;
    }

    private Statement.Result appendToOutbox(Scope scope) throws SQLException {
        Table outbox = database.table("outbox");
        List<?> topics = array(scope, 0);
        for (int i = 0; i < topics.size(); i++) {
            @Nullable Object[] row = new Object[outbox.columns.size()];
            for (int j = 0; j < row.length; j++) row[j] = outbox.byDefault(outbox.columns.get(j), scope.session);
            row[1] = topics.get(i);
            for (int j = 1; j < 4; j++) row[j + 1] = array(scope, j).get(i);
            outbox.insert(row, scope.session);
        }
        return found(List.of("pg_notify"), List.of());
    }

    private Statement.Result oldestOfOutbox(Scope scope) {
        Table outbox = database.table("outbox");
        long most = (Long) Values.some(scope.parameters[0]);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Table.Row row : outbox.all()) {
            if (rows.size() == most) break;
            @Nullable Object[] values = row.values.clone();
            values[5] = Duration.between((Instant) Values.some(values[5]), scope.session.now())
                    .toMillis();
            rows.add(values);
        }
        return found(List.of("id", "topic", "record_key", "headers", "payload", "age"), rows);
    }

    /** Parameters: batch, milliseconds, holder, epoch, batch again, ids of rows. */
    private Statement.Result finishBatch(Scope scope) throws SQLException {
        Table lease = database.table("relay_lease");
        Table outbox = database.table("outbox");
        Table.Row row = lease.all().iterator().next();
        int batch = Values.index(lease.indexOf.get("batch"));
        boolean ours = Values.some(row.values[Values.index(lease.indexOf.get("holder"))])
                        .equals(scope.parameters[2])
                && Values.some(row.values[Values.index(lease.indexOf.get("epoch"))])
                        .equals(scope.parameters[3])
                && (Long) Values.some(row.values[batch]) == (Long) Values.some(scope.parameters[4]) - 1;
        if (!ours) return new Statement.Result(List.of(), List.of(), 0);
        @Nullable Object[] after = row.values.clone();
        after[batch] = scope.parameters[0];
        after[Values.index(lease.indexOf.get("expires_at"))] =
                scope.session.now().plusMillis((Long) Values.some(scope.parameters[1]));
        lease.update(row, after, scope.session);
        int deleted = 0;
        for (Object id : array(scope, 5))
            for (Table.Row published : outbox.with(List.of(0), List.of(id))) {
                outbox.delete(published, scope.session);
                deleted++;
            }
        return new Statement.Result(List.of(), List.of(), deleted);
    }

    /** The groups that are asked for, and all that they are in. */
    private Statement.Result groupsAbove(Scope scope) {
        Table groups = database.table("groups");
        Map<Object, @Nullable Object> found = new LinkedHashMap<>();
        Deque<Object> open = new ArrayDeque<>();
        for (Object asked : scope.parameters) open.add(Values.some(asked));
        while (!open.isEmpty()) {
            Object id = open.poll();
            if (found.containsKey(id)) continue;
            for (Table.Row row : groups.with(List.of(0), List.of(id))) {
                found.put(id, row.values[1]);
                open.addAll(elements((String) Values.some(row.values[1]), "memberOf"));
            }
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Object entry : found.values()) rows.add(new Object[] {entry});
        return found(List.of("entry"), rows);
    }

    private static List<String> elements(String json, String property) {
        Matcher array =
                Pattern.compile("\"" + property + "\"\\s*:\\s*\\[([^]]*)]").matcher(json);
        List<String> elements = new ArrayList<>();
        if (!array.find()) return elements;
        Matcher element = ELEMENT.matcher(array.group(1));
        while (element.find()) elements.add(element.group(1));
        return elements;
    }

    /** Parameters: three times the asker, and now. Everything about them, or about who stands in for them. */
    private Statement.Result person(Scope scope) {
        Object asker = Values.some(scope.parameters[0]);
        Object now = Values.some(scope.parameters[3]);
        Object id = standIn(asker);
        @Nullable Object[] account = first("known_accounts", id);
        @Nullable Object[] membership = first("known_memberships", id);
        boolean granted = false;
        for (Table.Row grant : of("administrator_grants", id))
            granted |= Values.compare(value("administrator_grants", "expires_at", grant.values), now) > 0;
        @Nullable
        Object[] row = {
            id,
            account != null,
            account != null && Values.isTrue(value("known_accounts", "administrator", account)),
            membership != null && Values.isTrue(value("known_memberships", "password_elsewhere", membership)),
            membership == null ? List.of() : groupsAbove((List<?>) value("known_memberships", "groups", membership)),
            methods(id),
            !of("account_freezes", id).isEmpty(),
            granted
        };
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(row);
        return found(
                List.of("id", "known", "administrator", "password_elsewhere", "groups", "methods", "frozen", "granted"),
                rows);
    }

    /** Who is known is read; else the next who has methods, else the first. */
    private Object standIn(Object asker) {
        if (first("known_accounts", asker) != null) return asker;
        Object next = null;
        Object first = null;
        for (Table.Row method : database.table("known_methods").all()) {
            Object owner = value("known_methods", "account_id", method.values);
            if (first == null || Values.compare(owner, first) < 0) first = owner;
            if (Values.compare(owner, asker) >= 0 && (next == null || Values.compare(owner, next) < 0)) next = owner;
        }
        if (next != null) return next;
        return first == null ? asker : first;
    }

    private List<String> methods(Object account) {
        List<String> methods = new ArrayList<>();
        for (Table.Row row : of("known_methods", account)) {
            boolean usedUp = Values.isTrue(value("known_methods", "used_up", row.values));
            methods.add(value("known_methods", "kind", row.values) + " " + value("known_methods", "status", row.values)
                    + (usedUp ? " t" : " f"));
        }
        return methods;
    }

    private List<Object> groupsAbove(List<?> groups) {
        Set<Object> found = new LinkedHashSet<>();
        Deque<Object> open = new ArrayDeque<>(groups);
        while (!open.isEmpty()) {
            Object id = open.poll();
            if (!found.add(id)) continue;
            for (Table.Row row : database.table("known_groups").with(List.of(0), List.of(id)))
                open.addAll((List<?>) Values.some(row.values[1]));
        }
        return List.copyOf(found);
    }

    private Collection<Table.Row> of(String table, Object account) {
        Table found = database.table(table);
        return found.with(List.of(Values.index(found.indexOf.get("account_id"))), List.of(account));
    }

    private @Nullable Object @Nullable [] first(String table, Object account) {
        for (Table.Row row : of(table, account)) return row.values;
        return null;
    }

    private Object value(String table, String column, @Nullable Object[] row) {
        return Values.some(row[Values.index(database.table(table).indexOf.get(column))]);
    }

    /** Parameters: what stands in for a code that is not there, how many there are to be at least, the method. */
    private Statement.Result recoveryCodes(Scope scope) {
        Table codes = database.table("recovery_codes");
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Table.Row row : codes.with(List.of(0), List.of(Values.some(scope.parameters[2]))))
            rows.add(new Object[] {row.values[1]});
        while (rows.size() < (Long) Values.some(scope.parameters[1])) rows.add(new Object[] {scope.parameters[0]});
        return found(List.of("coalesce"), rows);
    }

    private static List<?> array(Scope scope, int parameter) {
        return (List<?>) Values.some(scope.parameters[parameter]);
    }
}
