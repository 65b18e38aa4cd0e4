package io.sspr.simulation.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table: its columns, its rows in the order in which they came, and what holds of them. */
final class Table {

    /** A column; an identity counts 1, 2, 3 ... */
    record Column(
            String name,
            String type,
            boolean notNull,
            @Nullable Expression byDefault,
            boolean identity) {}

    /** A row; its values change, it stays. */
    static final class Row {
        @Nullable
        Object[] values;

        Row(@Nullable Object[] values) {
            this.values = values;
        }
    }

    /** What no two rows have the same of; of those for which the condition holds. */
    record Unique(List<Integer> columns, @Nullable Expression where) {}

    private record Child(Table table, List<Integer> columns) {}

    String name;
    final List<Column> columns = new ArrayList<>();
    final Map<String, Integer> indexOf = new HashMap<>();
    final Map<String, Unique> uniques = new LinkedHashMap<>();
    final Map<String, Expression> checks = new LinkedHashMap<>();
    private final List<Child> children = new ArrayList<>();
    private final Set<Row> rows = new LinkedHashSet<>();
    private final Map<List<Integer>, Map<List<Object>, Set<Row>>> indexes = new HashMap<>();
    private long identity;

    Table(String name) {
        this.name = name;
    }

    void add(Column column, Session session) {
        indexOf.put(column.name(), columns.size());
        columns.add(column);
        for (Row row : rows) {
            @Nullable Object[] wider = Arrays.copyOf(row.values, columns.size());
            wider[columns.size() - 1] = byDefault(column, session);
            row.values = wider;
        }
    }

    /** Only while there are no rows. */
    void drop(String column) {
        int at = Values.index(indexOf.get(column));
        if (!rows.isEmpty()) throw new IllegalStateException(name + " has rows");
        columns.remove(at);
        indexOf.clear();
        for (int i = 0; i < columns.size(); i++) indexOf.put(columns.get(i).name(), i);
    }

    void rename(String before, String after) {
        int at = Values.index(indexOf.remove(before));
        Column column = columns.get(at);
        columns.set(at, new Column(after, column.type(), column.notNull(), column.byDefault(), column.identity()));
        indexOf.put(after, at);
    }

    void dropConstraint(String constraint) {
        checks.remove(constraint);
        uniques.remove(constraint);
    }

    void noDefault(String column) {
        int at = Values.index(indexOf.get(column));
        Column with = columns.get(at);
        columns.set(at, new Column(with.name(), with.type(), with.notNull(), null, with.identity()));
    }

    /** Deleting a row here deletes those there that refer to it. */
    void cascadesTo(Table child, int column) {
        children.add(new Child(child, List.of(column)));
    }

    Collection<Row> all() {
        return List.copyOf(rows);
    }

    int size() {
        return rows.size();
    }

    /** Those that have these values in these columns, by an index that is made when it is first asked for. */
    Collection<Row> with(List<Integer> where, List<Object> values) {
        Set<Row> found = index(where).get(values);
        return found == null ? List.of() : List.copyOf(found);
    }

    private Map<List<Object>, Set<Row>> index(List<Integer> where) {
        Map<List<Object>, Set<Row>> index = indexes.get(where);
        if (index != null) return index;
        Map<List<Object>, Set<Row>> made = new HashMap<>();
        indexes.put(where, made);
        for (Row row : rows) enter(made, where, row);
        return made;
    }

    private static void enter(Map<List<Object>, Set<Row>> index, List<Integer> where, Row row) {
        List<Object> key = key(where, row.values);
        if (key != null)
            index.computeIfAbsent(key, none -> new LinkedHashSet<>()).add(row);
    }

    private static void leave(Map<List<Object>, Set<Row>> index, List<Integer> where, Row row) {
        List<Object> key = key(where, row.values);
        if (key == null) return;
        Set<Row> same = index.get(key);
        if (same == null) return;
        same.remove(row);
        if (same.isEmpty()) index.remove(key);
    }

    /** Null if one of them is, for null equals nothing. */
    private static @Nullable List<Object> key(List<Integer> where, @Nullable Object[] values) {
        List<Object> key = new ArrayList<>(where.size());
        for (int column : where) {
            Object value = values[column];
            if (value == null) return null;
            key.add(Values.key(value));
        }
        return key;
    }

    @Nullable
    Object byDefault(Column column, Session session) {
        if (column.identity()) return ++identity;
        Expression value = column.byDefault();
        return value == null ? null : Values.cast(value.of(Scope.of(session, new Object[0])), column.type());
    }

    /** The row that these values would meet in a unique constraint; null if none. */
    @Nullable
    Row conflicting(@Nullable Object[] values, @Nullable List<Integer> target, @Nullable Row self, Session session) {
        for (Unique unique : uniques.values()) {
            if (target != null && !Set.copyOf(unique.columns()).equals(Set.copyOf(target))) continue;
            List<Object> key = key(unique.columns(), values);
            if (key == null || !holds(unique.where(), values, session)) continue;
            for (Row other : with(unique.columns(), key))
                if (other != self && holds(unique.where(), other.values, session)) return other;
        }
        return null;
    }

    private boolean holds(@Nullable Expression condition, @Nullable Object[] values, Session session) {
        return condition == null || Values.isTrue(condition.of(scope(values, session)));
    }

    private Scope scope(@Nullable Object[] values, Session session) {
        return Scope.of(session, new Object[0]).with(new Scope.Frame(name, indexOf, values));
    }

    void insert(@Nullable Object[] values, Session session) throws SQLException {
        check(values, null, session);
        put(new Row(values), session);
    }

    void update(Row row, @Nullable Object[] values, Session session) throws SQLException {
        check(values, row, session);
        replace(row, values, session);
    }

    void delete(Row row, Session session) {
        indexes.forEach((where, index) -> leave(index, where, row));
        if (!rows.remove(row)) return;
        session.onRollback(() -> enter(row));
        for (Child child : children) {
            Object id = row.values[0];
            if (id != null)
                for (Row orphan : child.table().with(child.columns(), List.of(Values.key(id))))
                    child.table().delete(orphan, session);
        }
    }

    private void check(@Nullable Object[] values, @Nullable Row self, Session session) throws SQLException {
        for (int i = 0; i < values.length; i++)
            if (values[i] == null && columns.get(i).notNull())
                throw new SQLException("null in " + name + "." + columns.get(i).name(), "23502");
        for (Map.Entry<String, Expression> check : checks.entrySet())
            if (Boolean.FALSE.equals(check.getValue().of(scope(values, session))))
                throw new SQLException("a row of " + name + " breaks " + check.getKey(), "23514");
        if (conflicting(values, null, self, session) != null)
            throw new SQLException("two rows of " + name + " are the same where they must not be", "23505");
    }

    private void put(Row row, Session session) {
        enter(row);
        session.onRollback(() -> remove(row));
    }

    private void enter(Row row) {
        rows.add(row);
        indexes.forEach((where, index) -> enter(index, where, row));
    }

    private void remove(Row row) {
        indexes.forEach((where, index) -> leave(index, where, row));
        rows.remove(row);
    }

    private void replace(Row row, @Nullable Object[] values, Session session) {
        @Nullable Object[] before = row.values;
        set(row, values);
        session.onRollback(() -> set(row, before));
    }

    private void set(Row row, @Nullable Object[] values) {
        indexes.forEach((where, index) -> leave(index, where, row));
        row.values = values;
        indexes.forEach((where, index) -> enter(index, where, row));
    }
}
