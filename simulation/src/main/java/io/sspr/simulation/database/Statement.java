package io.sspr.simulation.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a text of SQL does. */
interface Statement {

    /** What came of it: rows where it finds or returns some, else how many it changed. */
    record Result(List<String> names, List<@Nullable Object[]> rows, int changed) {

        static final Result NOTHING = new Result(List.of(), List.of(), 0);
    }

    Result run(Scope scope) throws SQLException;

    /** Finds. */
    record Find(Select query) implements Statement {
        @Override
        public Result run(Scope scope) {
            return new Result(query.names(), query.rows(scope), -1);
        }
    }

    /** Adds rows, or changes those that are there already. */
    record Insert(
            Table table,
            String alias,
            List<Integer> columns,
            List<List<@Nullable Expression>> values,
            @Nullable Select query,
            @Nullable Conflict conflict,
            List<Select.Item> returning)
            implements Statement {

        /** What to do where a row is there already; nothing, if nothing is to be set. */
        record Conflict(
                @Nullable List<Integer> target,
                Map<Integer, Expression> set,
                @Nullable Expression where) {}

        @Override
        public Result run(Scope scope) throws SQLException {
            List<@Nullable Object[]> returned = new ArrayList<>();
            int changed = 0;
            for (@Nullable Object[] given : given(scope)) {
                @Nullable Object[] row = complete(given, scope.session);
                Table.Row other =
                        conflict == null ? null : table.conflicting(row, conflict.target(), null, scope.session);
                if (other == null) table.insert(row, scope.session);
                else {
                    @Nullable Object[] merged = merged(other.values, row, scope);
                    if (merged == null) continue;
                    table.update(other, merged, scope.session);
                    row = merged;
                }
                changed++;
                if (!returning.isEmpty())
                    returned.add(Select.project(returning, scope.inner().with(frame(alias, row)), null));
            }
            return result(returning, table, returned, changed);
        }

        private List<@Nullable Object[]> given(Scope scope) {
            if (query != null) return query.rows(scope);
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (List<@Nullable Expression> row : values) {
                @Nullable Object[] given = new Object[row.size()];
                for (int i = 0; i < given.length; i++) {
                    Expression value = row.get(i);
                    given[i] = value == null ? null : value.of(scope);
                }
                rows.add(given);
            }
            return rows;
        }

        private @Nullable Object[] complete(@Nullable Object[] given, Session session) {
            @Nullable Object[] row = new Object[table.columns.size()];
            for (int i = 0; i < row.length; i++) {
                Table.Column column = table.columns.get(i);
                int at = columns.indexOf(i);
                row[i] = at < 0 ? table.byDefault(column, session) : Values.cast(given[at], column.type());
            }
            return row;
        }

        private @Nullable Object @Nullable [] merged(@Nullable Object[] known, @Nullable Object[] row, Scope scope) {
            Map<Integer, Expression> set = conflict == null ? Map.of() : conflict.set();
            if (conflict == null || set.isEmpty()) return null;
            Scope both = scope.inner().with(frame(alias, known)).with(frame("excluded", row));
            if (conflict.where() != null && !Values.isTrue(conflict.where().of(both))) return null;
            return changed(table, known, set, both);
        }

        private Scope.Frame frame(String name, @Nullable Object[] row) {
            return new Scope.Frame(name, table.indexOf, row);
        }
    }

    /** Changes rows; once for each that the other source has beside it. */
    record Update(
            Source.OfTable table,
            Map<Integer, Expression> set,
            @Nullable Source from,
            @Nullable Expression where,
            List<Select.Item> returning)
            implements Statement {

        @Override
        public Result run(Scope scope) throws SQLException {
            List<@Nullable Object[]> returned = new ArrayList<>();
            int changed = 0;
            for (Scope beside : beside(scope, from))
                for (Table.Row row : table.found(beside)) {
                    Scope both = beside.with(table.frame(row.values));
                    if (where != null && !Values.isTrue(where.of(both))) continue;
                    @Nullable Object[] after = changed(table.table, row.values, set, both);
                    table.table.update(row, after, scope.session);
                    changed++;
                    if (!returning.isEmpty())
                        returned.add(Select.project(returning, scope.inner().with(table.frame(after)), null));
                }
            return result(returning, table.table, returned, changed);
        }
    }

    /** Deletes rows. */
    record Delete(
            Source.OfTable table,
            @Nullable Source using,
            @Nullable Expression where,
            List<Select.Item> returning) implements Statement {

        @Override
        public Result run(Scope scope) {
            List<@Nullable Object[]> returned = new ArrayList<>();
            int changed = 0;
            for (Scope beside : beside(scope, using))
                for (Table.Row row : table.found(beside)) {
                    if (where != null && !Values.isTrue(where.of(beside.with(table.frame(row.values))))) continue;
                    if (!returning.isEmpty())
                        returned.add(Select.project(returning, scope.inner().with(table.frame(row.values)), null));
                    table.table.delete(row, scope.session);
                    changed++;
                }
            return result(returning, table.table, returned, changed);
        }
    }

    private static List<Scope> beside(Scope scope, @Nullable Source other) {
        List<Scope> all = new ArrayList<>();
        if (other == null) all.add(scope.inner());
        else
            for (@Nullable Object[] row : other.rows(scope))
                all.add(scope.inner().with(other.frame(row)));
        return all;
    }

    private static @Nullable Object[] changed(
            Table table, @Nullable Object[] before, Map<Integer, Expression> set, Scope scope) {
        @Nullable Object[] after = Arrays.copyOf(before, before.length);
        for (Map.Entry<Integer, Expression> one : new TreeMap<>(set).entrySet())
            after[one.getKey()] = Values.cast(
                    one.getValue().of(scope), table.columns.get(one.getKey()).type());
        return after;
    }

    private static Result result(
            List<Select.Item> returning, Table table, List<@Nullable Object[]> returned, int changed) {
        List<String> names = new ArrayList<>();
        for (Select.Item item : returning) {
            if (item.value() != null) names.add(item.name());
            else for (Table.Column column : table.columns) names.add(column.name());
        }
        return new Result(names, returned, changed);
    }
}
