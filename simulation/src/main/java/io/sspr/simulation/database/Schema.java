package io.sspr.simulation.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the tables as the services' migrations say, statement by statement. */
final class Schema {

    private final Map<String, Table> tables;
    private final Session session;

    Schema(Map<String, Table> tables, Session session) {
        this.tables = tables;
        this.session = session;
    }

    /** Runs the statements of one migration. */
    void run(String script) throws SQLException {
        String bare = script.replaceAll("--[^\n]*", "");
        for (String statement : bare.split(";", -1)) if (!statement.isBlank()) runOne(statement.strip());
    }

    private void runOne(String sql) throws SQLException {
        Tokens tokens = new Tokens(sql);
        Parser parser = new Parser(tokens, tables);
        if (tokens.takes("create", "table")) createTable(tokens, parser);
        else if (tokens.takes("create", "unique", "index")) createUnique(tokens, parser);
        else if (tokens.sees("create", "index")) return; // only makes it faster
        else if (tokens.takes("drop", "index")) dropIndex(tokens.word());
        else if (tokens.takes("drop", "table")) tables.remove(tokens.word());
        else if (tokens.takes("alter", "table")) alterTable(tokens, parser);
        else parser.statement().run(Scope.of(session, new Object[0]));
    }

    private void createTable(Tokens tokens, Parser parser) {
        Table table = new Table(tokens.word());
        tables.put(table.name, table);
        tokens.expect("(");
        do {
            if (tokens.takes("primary", "key")) unique(table, "pkey", parser.columns(table), true);
            else if (tokens.takes("unique")) unique(table, "key" + table.uniques.size(), parser.columns(table), false);
            else if (tokens.takes("check")) check(table, tokens, parser, "");
            else column(table, tokens, parser);
        } while (tokens.takes(","));
        tokens.expect(")");
        // What follows is how PostgreSQL keeps it.
    }

    private void column(Table table, Tokens tokens, Parser parser) {
        String name = tokens.word();
        String type = parser.type();
        boolean notNull = false;
        boolean primary = false;
        boolean unique = false;
        boolean identity = false;
        Expression byDefault = null;
        List<Expression> checks = new ArrayList<>();
        int at = table.columns.size();
        // So that a check can name the column.
        table.indexOf.put(name, at);
        while (true) {
            if (tokens.takes("not", "null")) notNull = true;
            else if (tokens.takes("primary", "key")) primary = true;
            else if (tokens.takes("unique")) unique = true;
            else if (tokens.takes("generated", "always", "as", "identity")) identity = true;
            else if (tokens.takes("default")) byDefault = parser.expression();
            else if (tokens.takes("check", "(")) {
                checks.add(parser.expression());
                tokens.expect(")");
            } else if (tokens.takes("references")) {
                Table parent = parser.table();
                if (tokens.takes("on", "delete", "cascade")) parent.cascadesTo(table, at);
            } else break;
        }
        table.add(new Table.Column(name, type, notNull, byDefault, identity), session);
        if (primary) unique(table, "pkey", List.of(at), true);
        if (unique) unique(table, name + "_key", List.of(at), false);
        for (Expression check : checks) table.checks.put(table.name + "_" + name + "_check", check);
    }

    private void unique(Table table, String name, List<Integer> columns, boolean notNull) {
        table.uniques.put(table.name + "_" + name, new Table.Unique(columns, null));
        if (!notNull) return;
        for (int column : columns) {
            Table.Column plain = table.columns.get(column);
            table.columns.set(
                    column, new Table.Column(plain.name(), plain.type(), true, plain.byDefault(), plain.identity()));
        }
    }

    /** Named as PostgreSQL names those that have no name, for migrations drop them by it. */
    private void check(Table table, Tokens tokens, Parser parser, String name) {
        tokens.expect("(");
        Expression condition = parser.expression();
        tokens.expect(")");
        String wanted = table.name + "_check" + name;
        for (int i = 1; table.checks.containsKey(wanted); i++) wanted = table.name + "_check" + i;
        table.checks.put(wanted, condition);
    }

    private void createUnique(Tokens tokens, Parser parser) {
        String name = tokens.word();
        tokens.expect("on");
        Table table = parser.table();
        List<Integer> columns = parser.columns(table);
        Expression where = tokens.takes("where") ? parser.expression() : null;
        table.uniques.put(name, new Table.Unique(columns, where));
    }

    private void dropIndex(String name) {
        for (Table table : tables.values()) table.uniques.remove(name);
    }

    private void alterTable(Tokens tokens, Parser parser) {
        Table table = parser.table();
        do {
            if (tokens.takes("add", "column")) column(table, tokens, parser);
            else if (tokens.takes("add", "check")) check(table, tokens, parser, "");
            else if (tokens.takes("add", "primary", "key")) unique(table, "pkey", parser.columns(table), true);
            else if (tokens.takes("drop", "constraint")) table.dropConstraint(tokens.word());
            else if (tokens.takes("drop", "column")) table.drop(tokens.word());
            else if (tokens.takes("rename", "column")) {
                String before = tokens.word();
                tokens.expect("to");
                table.rename(before, tokens.word());
            } else if (tokens.takes("rename", "to")) {
                tables.remove(table.name);
                table.name = tokens.word();
                tables.put(table.name, table);
            } else if (tokens.takes("alter", "column")) {
                table.noDefault(tokens.word());
                tokens.expect("drop", "default");
            } else throw tokens.wrong();
        } while (tokens.takes(","));
    }
}
