package io.sspr.simulation.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A query. */
final class Select {

    /** A column of the result; all of the rows' own where there is no expression. */
    record Item(
            @Nullable Expression value,
            String name,
            @Nullable String of) {}

    /** A source, how it is joined to those before it, and on what. */
    record Joined(Source source, boolean outer, @Nullable Expression on) {}

    /** By what the result is sorted; PostgreSQL has nulls last unless it is told otherwise. */
    record Order(Expression by, boolean descending, boolean nullsFirst) {}

    final List<Item> items = new ArrayList<>();
    final List<Joined> from = new ArrayList<>();

    @Nullable
    Expression where;

    final List<Expression> groupBy = new ArrayList<>();
    final List<Order> orderBy = new ArrayList<>();

    @Nullable
    Expression limit;

    @Nullable
    Expression offset;

    boolean aggregated;

    /** To be called when all is known. */
    Select ready() {
        for (int i = 0; i < from.size(); i++)
            if (from.get(i).source() instanceof Source.OfTable table) {
                List<String> later = from.subList(i + 1, from.size()).stream()
                        .map(joined -> joined.source().alias())
                        .toList();
                table.narrow(from.get(i).on(), later);
                if (!from.get(i).outer()) table.narrow(where, later);
            }
        return this;
    }

    /** Whether it finds the same whatever row it stands beside. */
    boolean isFixed() {
        return where == null
                && from.stream()
                        .allMatch(joined -> joined.source() instanceof Source.Unnested unnested
                                && unnested.arrays().stream().allMatch(Expression::isFixed));
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Item item : items) {
            if (item.value() != null) names.add(item.name());
            else for (Source source : of(item)) names.addAll(inOrder(source));
        }
        return names;
    }

    private List<Source> of(Item item) {
        return from.stream()
                .map(Joined::source)
                .filter(source -> item.of() == null || item.of().equals(source.alias()))
                .toList();
    }

    static List<String> inOrder(Source source) {
        return source.columns().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What it finds, each row beside what surrounds it. */
    List<@Nullable Object[]> rows(Scope around) {
        List<Scope> found = new ArrayList<>();
        join(around.inner(), 0, found);
        if (aggregated || !groupBy.isEmpty()) found = grouped(found, around);
        for (int i = orderBy.size() - 1; i >= 0; i--) {
            Order order = orderBy.get(i);
            found.sort((a, b) -> compare(order, order.by().of(a), order.by().of(b)));
        }
        int skip = offset == null ? 0 : ((Long) Values.some(offset.of(around))).intValue();
        int most = limit == null ? Integer.MAX_VALUE : ((Long) Values.some(limit.of(around))).intValue();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = skip; i < found.size() && rows.size() < most; i++) rows.add(project(items, found.get(i), this));
        return rows;
    }

    private void join(Scope bound, int at, List<Scope> found) {
        if (at == from.size()) {
            if (where == null || Values.isTrue(where.of(bound))) found.add(bound);
            return;
        }
        Joined joined = from.get(at);
        boolean none = true;
        Collection<@Nullable Object[]> rows = joined.source().rows(bound);
        for (@Nullable Object[] row : rows) {
            Scope more = bound.with(joined.source().frame(row));
            if (joined.on() != null && !Values.isTrue(joined.on().of(more))) continue;
            none = false;
            join(more, at + 1, found);
        }
        if (none && joined.outer()) join(bound.with(joined.source().frame(null)), at + 1, found);
    }

    private List<Scope> grouped(List<Scope> found, Scope around) {
        Map<List<@Nullable Object>, List<Scope>> groups = new LinkedHashMap<>();
        if (groupBy.isEmpty()) groups.put(List.of(), new ArrayList<>());
        for (Scope row : found) {
            List<@Nullable Object> key = new ArrayList<>();
            for (Expression by : groupBy) key.add(by.of(row));
            groups.computeIfAbsent(key, none -> new ArrayList<>()).add(row);
        }
        List<Scope> result = new ArrayList<>();
        for (List<Scope> group : groups.values()) result.add(around.inner().over(group));
        return result;
    }

    private static int compare(Order order, @Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            int nulls = a == null ? (b == null ? 0 : 1) : -1;
            return order.nullsFirst() ? -nulls : nulls;
        }
        return order.descending() ? Values.compare(b, a) : Values.compare(a, b);
    }

    /** The columns of one row. */
    static @Nullable Object[] project(List<Item> items, Scope scope, @Nullable Select query) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Item item : items) {
            if (item.value() != null) values.add(item.value().of(scope));
            else
                for (Scope.Frame frame : scope.frames)
                    if (item.of() == null || item.of().equals(frame.alias())) values.addAll(own(frame));
        }
        return values.toArray();
    }

    private static Collection<@Nullable Object> own(Scope.Frame frame) {
        @Nullable
        Object[] values = frame.values() == null ? new Object[frame.columns().size()] : frame.values();
        return Arrays.asList(values);
    }
}
