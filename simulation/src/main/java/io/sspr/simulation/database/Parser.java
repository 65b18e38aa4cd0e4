package io.sspr.simulation.database;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a statement. */
final class Parser {

    private static final Set<String> NO_ALIAS = Set.of(
            "where",
            "on",
            "using",
            "left",
            "join",
            "cross",
            "full",
            "group",
            "order",
            "limit",
            "offset",
            "for",
            "set",
            "values",
            "select",
            "returning",
            "from",
            "as",
            "union",
            "with");

    private final Tokens tokens;
    private final Map<String, Table> tables;
    private boolean aggregates;

    Parser(Tokens tokens, Map<String, Table> tables) {
        this.tokens = tokens;
        this.tables = tables;
    }

    /** The whole text. */
    Statement statement() {
        Statement statement = start();
        if (!tokens.isAtEnd()) throw tokens.wrong();
        return statement;
    }

    private Statement start() {
        if (tokens.sees("select")) return new Statement.Find(select());
        if (tokens.takes("insert", "into")) return insert();
        if (tokens.takes("update")) return update();
        if (tokens.takes("delete", "from")) return delete();
        throw tokens.wrong();
    }

    Table table() {
        String name = tokens.word();
        Table table = tables.get(name);
        if (table == null) throw tokens.wrong("there is no table " + name);
        return table;
    }

    private int column(Table table) {
        String name = tokens.word();
        Integer index = table.indexOf.get(name);
        if (index == null) throw tokens.wrong("there is no column " + name);
        return index;
    }

    List<Integer> columns(Table table) {
        tokens.expect("(");
        List<Integer> columns = new ArrayList<>();
        do {
            columns.add(column(table));
            // Of an index: how it is sorted makes no difference here.
            tokens.takes("desc");
        } while (tokens.takes(","));
        tokens.expect(")");
        return columns;
    }

    private Statement insert() {
        Table table = table();
        String alias = tokens.takes("as") ? tokens.word() : table.name;
        List<Integer> columns = new ArrayList<>();
        if (tokens.sees("(")) columns.addAll(columns(table));
        else for (int i = 0; i < table.columns.size(); i++) columns.add(i);
        List<List<@Nullable Expression>> values = new ArrayList<>();
        Select query = null;
        if (tokens.takes("values")) {
            do values.add(row());
            while (tokens.takes(","));
        } else {
            query = select();
        }
        return new Statement.Insert(table, alias, columns, values, query, conflict(table), returning());
    }

    private List<@Nullable Expression> row() {
        tokens.expect("(");
        List<@Nullable Expression> row = new ArrayList<>();
        do row.add(expression());
        while (tokens.takes(","));
        tokens.expect(")");
        return row;
    }

    private Statement.Insert.@Nullable Conflict conflict(Table table) {
        if (!tokens.takes("on", "conflict")) return null;
        List<Integer> target = null;
        if (tokens.sees("(")) {
            target = columns(table);
            // The condition of the index, which is found by its columns.
            if (tokens.takes("where")) expression();
        }
        if (tokens.takes("do", "nothing")) return new Statement.Insert.Conflict(target, Map.of(), null);
        tokens.expect("do", "update", "set");
        Map<Integer, Expression> set = assignments(table);
        return new Statement.Insert.Conflict(target, set, tokens.takes("where") ? expression() : null);
    }

    private Map<Integer, Expression> assignments(Table table) {
        Map<Integer, Expression> set = new LinkedHashMap<>();
        do {
            int column = column(table);
            tokens.expect("=");
            set.put(column, expression());
        } while (tokens.takes(","));
        return set;
    }

    private List<Select.Item> returning() {
        return tokens.takes("returning") ? items() : List.of();
    }

    private Statement update() {
        Source.OfTable table = target();
        tokens.expect("set");
        Map<Integer, Expression> set = assignments(table.table);
        Source from = tokens.takes("from") ? source() : null;
        Expression where = tokens.takes("where") ? expression() : null;
        table.narrow(where, List.of());
        return new Statement.Update(table, set, from, where, returning());
    }

    private Statement delete() {
        Source.OfTable table = target();
        Source using = tokens.takes("using") ? source() : null;
        Expression where = tokens.takes("where") ? expression() : null;
        table.narrow(where, List.of());
        return new Statement.Delete(table, using, where, returning());
    }

    private Source.OfTable target() {
        Table table = table();
        return new Source.OfTable(table, alias(table.name));
    }

    private String alias(String otherwise) {
        if (tokens.takes("as")) return tokens.word();
        return tokens.seesWord() && NO_ALIAS.stream().noneMatch(tokens::sees) ? tokens.word() : otherwise;
    }

    Select select() {
        boolean outside = aggregates;
        aggregates = false;
        Select select = new Select();
        tokens.expect("select");
        if (!tokens.sees("from")) select.items.addAll(items());
        select.aggregated = aggregates;
        aggregates = outside;
        if (tokens.takes("from")) {
            select.from.add(new Select.Joined(source(), false, null));
            boolean more = true;
            while (more) more = joins(select);
        }
        if (tokens.takes("where")) select.where = expression();
        if (tokens.takes("group", "by")) {
            do select.groupBy.add(expression());
            while (tokens.takes(","));
        }
        if (tokens.takes("order", "by")) {
            do select.orderBy.add(order());
            while (tokens.takes(","));
        }
        if (tokens.takes("limit")) select.limit = expression();
        if (tokens.takes("offset")) select.offset = expression();
        // Nobody else is at it: this is one thread.
        if (tokens.takes("for", "update")) tokens.takes("skip", "locked");
        return select.ready();
    }

    private boolean joins(Select select) {
        if (tokens.takes(",")) {
            select.from.add(new Select.Joined(source(), false, null));
            return true;
        }
        boolean outer = tokens.takes("left", "join");
        if (!outer && !tokens.takes("join")) return false;
        Source source = source();
        Expression on;
        if (tokens.takes("using")) {
            tokens.expect("(");
            String column = tokens.word();
            tokens.expect(")");
            String first = select.from.get(0).source().alias();
            on = new Expression.Compare(
                    "=", new Expression.Name(source.alias(), column), new Expression.Name(first, column));
        } else {
            tokens.expect("on");
            on = expression();
        }
        select.from.add(new Select.Joined(source, outer, on));
        return true;
    }

    private Select.Order order() {
        Expression by = expression();
        boolean descending = tokens.takes("desc");
        return new Select.Order(by, descending, tokens.takes("nulls", "first"));
    }

    private List<Select.Item> items() {
        List<Select.Item> items = new ArrayList<>();
        do items.add(item());
        while (tokens.takes(","));
        return items;
    }

    private Select.Item item() {
        if (tokens.takes("*")) return new Select.Item(null, "*", null);
        Expression value = expression();
        String name = "?column?";
        if (value instanceof Expression.Name column) name = column.name();
        if (value instanceof Expression.Aggregate aggregate) name = aggregate.name();
        if (tokens.takes("as")) name = tokens.word();
        return new Select.Item(value, name, null);
    }

    private Source source() {
        if (tokens.takes("(")) {
            Select query = select();
            tokens.expect(")");
            return Source.OfQuery.of(query, alias("?subquery?"));
        }
        if (!tokens.takes("unnest")) return target();
        List<@Nullable Expression> arrays = row();
        String alias = alias("unnest");
        Map<String, Integer> columns = new HashMap<>();
        if (tokens.takes("(")) {
            do columns.put(tokens.word(), columns.size());
            while (tokens.takes(","));
            tokens.expect(")");
        } else if (arrays.size() == 1) {
            columns.put(alias, 0);
        } else {
            for (int i = 0; i < arrays.size(); i++) columns.put("unnest" + i, i);
        }
        List<Expression> all = new ArrayList<>();
        for (Expression array : arrays) if (array != null) all.add(array);
        return new Source.Unnested(all, alias, columns);
    }

    Expression expression() {
        Expression left = conjunction();
        while (tokens.takes("or")) left = new Expression.Or(left, conjunction());
        return left;
    }

    private Expression conjunction() {
        Expression left = negation();
        while (tokens.takes("and")) left = new Expression.And(left, negation());
        return left;
    }

    private Expression negation() {
        return tokens.takes("not") ? new Expression.Not(negation()) : comparison();
    }

    private Expression comparison() {
        Expression left = sum();
        if (tokens.takes("is", "not", "null")) return new Expression.IsNull(left, true);
        if (tokens.takes("is", "null")) return new Expression.IsNull(left, false);
        if (tokens.takes("is", "not", "distinct", "from")) return new Expression.Same(left, sum());
        if (tokens.takes("not", "in")) return new Expression.Not(in(left));
        if (tokens.takes("in")) return in(left);
        for (String sign : List.of("=", "<>", "<=", ">=", "<", ">")) {
            if (!tokens.takes(sign)) continue;
            if (!tokens.takes("any")) return new Expression.Compare(sign, left, sum());
            tokens.expect("(");
            Expression array = expression();
            tokens.expect(")");
            return new Expression.In(left, null, array, null);
        }
        return left;
    }

    private Expression in(Expression left) {
        tokens.expect("(");
        if (tokens.sees("select")) {
            Select query = select();
            tokens.expect(")");
            return new Expression.In(left, null, null, query);
        }
        List<Expression> list = new ArrayList<>();
        do list.add(expression());
        while (tokens.takes(","));
        tokens.expect(")");
        return new Expression.In(left, list, null, null);
    }

    private Expression sum() {
        Expression left = product();
        while (true) {
            if (tokens.takes("+")) left = new Expression.Plus(left, product(), 1);
            else if (tokens.takes("-")) left = new Expression.Plus(left, product(), -1);
            else return left;
        }
    }

    private Expression product() {
        Expression left = cast();
        while (tokens.takes("*")) left = new Expression.Times(left, cast());
        return left;
    }

    private Expression cast() {
        Expression value = primary();
        while (tokens.takes("::")) value = new Expression.Cast(value, type());
        return value;
    }

    String type() {
        String type = tokens.word();
        if (tokens.takes("[")) {
            tokens.expect("]");
            return type + "[]";
        }
        return type;
    }

    private Expression primary() {
        if (tokens.seesNumber()) return new Expression.Literal(Long.valueOf(tokens.next()));
        if (tokens.seesText()) return new Expression.Literal(tokens.next());
        if (tokens.seesParameter()) return new Expression.Parameter(tokens.parameter());
        if (tokens.takes("(")) return parenthesis();
        if (tokens.takes("true")) return new Expression.Literal(true);
        if (tokens.takes("false")) return new Expression.Literal(false);
        if (tokens.takes("null")) return new Expression.Literal(null);
        if (tokens.takes("case")) return cases();
        if (tokens.takes("interval")) return new Expression.Literal(Intervals.of(tokens.next()));
        if (tokens.takes("exists", "(")) {
            Select query = select();
            tokens.expect(")");
            return new Expression.Exists(query);
        }
        if (tokens.takes("cast", "(")) {
            Expression value = expression();
            tokens.expect("as");
            Expression cast = new Expression.Cast(value, type());
            tokens.expect(")");
            return cast;
        }
        String name = tokens.word();
        if (tokens.takes("(")) return call(name);
        return tokens.takes(".") ? new Expression.Name(name, tokens.word()) : new Expression.Name(null, name);
    }

    private Expression parenthesis() {
        if (tokens.sees("select")) {
            Select query = select();
            tokens.expect(")");
            return new Expression.Single(query);
        }
        List<Expression> parts = new ArrayList<>();
        do parts.add(expression());
        while (tokens.takes(","));
        tokens.expect(")");
        return parts.size() == 1 ? parts.get(0) : new Expression.Row(parts);
    }

    private Expression cases() {
        List<Expression> conditions = new ArrayList<>();
        List<Expression> results = new ArrayList<>();
        while (tokens.takes("when")) {
            conditions.add(expression());
            tokens.expect("then");
            results.add(expression());
        }
        Expression otherwise = tokens.takes("else") ? expression() : null;
        tokens.expect("end");
        return new Expression.Case(conditions, results, otherwise);
    }

    private Expression call(String name) {
        List<Expression> arguments = new ArrayList<>();
        boolean all = tokens.takes("*");
        while (!all && !tokens.sees(")")) {
            if (tokens.takes("secs")) tokens.expect("=>");
            arguments.add(expression());
            if (!tokens.takes(",")) break;
        }
        tokens.expect(")");
        if (!Functions.AGGREGATES.contains(name)) return new Expression.Call(name, arguments);
        aggregates = true;
        Expression filter = null;
        if (tokens.takes("filter", "(", "where")) {
            filter = expression();
            tokens.expect(")");
        }
        return new Expression.Aggregate(name, all ? null : arguments.get(0), filter);
    }
}
