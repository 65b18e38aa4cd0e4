package io.sspr.quickstart.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes roles and the databases they own where missing, and shuts everybody else out. May be repeated. */
record ServiceRoles(Connection connection) {

    /** By default every role may connect to every database. */
    void closeSharedDatabases() throws SQLException {
        execute("REVOKE ALL ON DATABASE postgres FROM PUBLIC");
        execute("REVOKE ALL ON DATABASE template1 FROM PUBLIC");
    }

    /** {@code name} is both the role's and the database's. */
    void prepare(String name, String password) throws SQLException {
        String role = '"' + plain(name) + '"';
        String secret = "'" + plain(password) + "'";
        if (!exists("SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
            execute("CREATE ROLE " + role);
        }
        execute("ALTER ROLE " + role + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD " + secret);
        if (!exists("SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            execute("CREATE DATABASE " + role + " OWNER " + role);
        }
        execute("REVOKE ALL ON DATABASE " + role + " FROM PUBLIC");
    }

    /** These statements take no parameters, so what is put into them must need no quoting. */
    private static String plain(String text) {
        if (!text.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("A name or password with other signs than letters, digits, - and _");
        }
        return text;
    }

    private boolean exists(String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
