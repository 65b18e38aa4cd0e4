package io.sspr.simulation.database;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database that lives as long as the run. It takes the statements that the services have, and throws where one is more
 * than it knows. One transaction after the other: whatever may happen between two is for the simulation to say.
 */
public final class MemoryDatabase {

    private final Supplier<Instant> clock;
    private final Map<String, Table> tables = new TreeMap<>();
    private final Map<String, Statement> statements = new HashMap<>();
    final Map<Long, Session> sessionLocks = new HashMap<>();

    /** An empty one, whose {@code now()} is that of the clock. */
    public MemoryDatabase(Supplier<Instant> clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.get();
    }

    /** Runs a migration. */
    public void migrate(byte[] script) {
        Session session = new Session(this);
        try {
            new Schema(tables, session).run(new String(script, StandardCharsets.UTF_8));
        } catch (SQLException e) {
            throw new IllegalArgumentException(e);
        }
        session.commit();
    }

    /** Each of its connections is one session. */
    public DataSource dataSource() {
        return Jdbc.dataSource(this);
    }

    /** All rows of a table, each as names and values: for whoever checks, not for whoever decides. */
    public List<Map<String, @Nullable Object>> rows(String table) {
        Table found = table(table);
        return found.all().stream().map(row -> named(found, row)).toList();
    }

    private static Map<String, @Nullable Object> named(Table table, Table.Row row) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        for (int i = 0; i < row.values.length; i++)
            named.put(table.columns.get(i).name(), row.values[i]);
        return named;
    }

    /** How many rows a table has. */
    public int size(String table) {
        return table(table).size();
    }

    Table table(String name) {
        Table table = tables.get(name);
        if (table == null) throw new NotSimulated("the table " + name);
        return table;
    }

    Statement.Result run(String sql, Session session, @Nullable Object[] parameters) throws SQLException {
        Statement statement = statements.computeIfAbsent(sql, this::read);
        try {
            Statement.Result result = statement.run(Scope.of(session, parameters));
            session.statementDone();
            return result;
        } catch (SQLException | RuntimeException e) {
            if (session.isAutoCommit()) session.rollback();
            throw e;
        }
    }

    private Statement read(String sql) {
        Statement known = KnownStatements.of(sql, this);
        return known != null ? known : new Parser(new Tokens(sql), tables).statement();
    }
}
