package io.sspr.simulation.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where rows come from. */
interface Source {

    String alias();

    Map<String, Integer> columns();

    /** Of those for which the condition can hold; what does not depend on them is bound already. */
    Collection<@Nullable Object[]> rows(Scope bound);

    default Scope.Frame frame(@Nullable Object @Nullable [] values) {
        return new Scope.Frame(alias(), columns(), values);
    }

    /** A table, with what its rows must equal looked up in an index. */
    final class OfTable implements Source {

        private final String alias;
        final Table table;
        private final Map<Integer, Expression> equals = new TreeMap<>();
        private final List<Expression.In> among = new ArrayList<>();
        private final List<List<Integer>> amongColumns = new ArrayList<>();

        OfTable(Table table, String alias) {
            this.table = table;
            this.alias = alias;
        }

        @Override
        public String alias() {
            return alias;
        }

        @Override
        public Map<String, Integer> columns() {
            return table.indexOf;
        }

        /** Takes note of what the condition demands of all of its rows, as far as it is known before these others are. */
        void narrow(@Nullable Expression condition, Collection<String> later) {
            if (condition instanceof Expression.And both) {
                narrow(both.left(), later);
                narrow(both.right(), later);
            } else if (condition instanceof Expression.Compare compare
                    && compare.sign().equals("=")) {
                narrow(compare.left(), compare.right(), later);
                narrow(compare.right(), compare.left(), later);
            } else if (condition instanceof Expression.In in && in.isSameForAllRows()) {
                List<Integer> where = new ArrayList<>();
                List<Expression> parts = in.value() instanceof Expression.Row row ? row.parts() : List.of(in.value());
                for (Expression part : parts) if (column(part) != null) where.add(column(part));
                if (where.size() == parts.size()) {
                    among.add(in);
                    amongColumns.add(where);
                }
            }
        }

        private void narrow(Expression mine, Expression theirs, Collection<String> later) {
            Integer column = column(mine);
            boolean known = theirs.isFixed()
                    || (theirs instanceof Expression.Name name
                            && name.qualifier() != null
                            && !name.qualifier().equals(alias)
                            && !later.contains(name.qualifier()));
            if (column != null && known) equals.put(column, theirs);
        }

        private @Nullable Integer column(Expression part) {
            if (!(part instanceof Expression.Name name)) return null;
            return name.qualifier() == null || name.qualifier().equals(alias) ? table.indexOf.get(name.name()) : null;
        }

        @Override
        public Collection<@Nullable Object[]> rows(Scope bound) {
            List<@Nullable Object[]> values = new ArrayList<>();
            for (Table.Row row : found(bound)) values.add(row.values);
            return values;
        }

        Collection<Table.Row> found(Scope bound) {
            if (!equals.isEmpty()) return byKey(bound);
            if (among.isEmpty()) return table.all();
            List<Integer> where = amongColumns.get(0);
            Set<Table.Row> found = new LinkedHashSet<>();
            for (Object one : among.get(0).among(bound)) {
                List<Object> key = key(where, where.size() == 1 ? Arrays.asList(one) : (List<?>) one);
                if (key != null) found.addAll(table.with(where, key));
            }
            return found;
        }

        private Collection<Table.Row> byKey(Scope bound) {
            List<@Nullable Object> values = new ArrayList<>();
            for (Expression value : equals.values()) values.add(value.of(bound));
            List<Integer> where = List.copyOf(equals.keySet());
            List<Object> key = key(where, values);
            return key == null ? List.of() : table.with(where, key);
        }

        private @Nullable List<Object> key(List<Integer> where, @Nullable List<?> values) {
            List<Object> key = new ArrayList<>();
            for (int i = 0; i < where.size(); i++) {
                Object value = values == null ? null : values.get(i);
                if (value == null) return null;
                String type = table.columns.get(where.get(i)).type();
                key.add(Values.key(Values.some(Values.cast(value, type))));
            }
            return key;
        }
    }

    /** What another query finds. */
    record OfQuery(Select query, String alias, Map<String, Integer> columns) implements Source {

        static OfQuery of(Select query, String alias) {
            Map<String, Integer> columns = new HashMap<>();
            List<String> names = query.names();
            for (int i = 0; i < names.size(); i++) columns.put(names.get(i), i);
            return new OfQuery(query, alias, columns);
        }

        @Override
        public Collection<@Nullable Object[]> rows(Scope bound) {
            return query.rows(bound.inner());
        }
    }

    /** The elements of arrays, side by side. */
    record Unnested(List<Expression> arrays, String alias, Map<String, Integer> columns) implements Source {

        @Override
        public Collection<@Nullable Object[]> rows(Scope bound) {
            List<List<?>> all = new ArrayList<>();
            for (Expression array : arrays) all.add((List<?>) Values.some(array.of(bound)));
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (int i = 0; i < all.get(0).size(); i++) {
                @Nullable Object[] row = new Object[all.size()];
                for (int j = 0; j < row.length; j++) row[j] = all.get(j).get(i);
                rows.add(row);
            }
            return rows;
        }
    }
}
