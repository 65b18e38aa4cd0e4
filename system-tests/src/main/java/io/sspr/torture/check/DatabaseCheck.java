package io.sspr.torture.check;

import io.sspr.torture.check.Finding.Kind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** What log and databases must show together: G4, and that nothing waits to be told. */
final class DatabaseCheck {

    private DatabaseCheck() {}

    /** G4: a credential has reached exactly the versions that the log tells of. */
    static List<Finding> credentials(Inspection.Login login, Map<String, Long> onLog) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        Map<String, Long> stored = new HashMap<>();
        query(
                login,
                "select account_id, version from credentials",
                row -> stored.put(row.getString(1), row.getLong(2)));
        stored.forEach((account, version) -> {
            long told = onLog.getOrDefault(account, 0L);
            if (told < version) findings.add(new Finding("G4", Kind.LOST, account + " version " + version));
            if (told > version) findings.add(new Finding("G4", Kind.WRONG, account + " version " + told));
        });
        for (String account : onLog.keySet())
            if (!stored.containsKey(account))
                findings.add(new Finding("G4", Kind.WRONG, account + " has no credential"));
        return findings;
    }

    /** Nothing is left in an outbox or parked once all is quiet. */
    static List<Finding> untold(Inspection.Login login) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        for (String table : List.of("outbox", "parked"))
            query(login, "select count(*) from " + table, row -> {
                if (row.getLong(1) > 0)
                    findings.add(new Finding(
                            "G1", Kind.LOST, row.getLong(1) + " rows left in " + table + " of " + login.user()));
            });
        return findings;
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private static void query(Inspection.Login database, String sql, Row each) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", database.user());
        login.setProperty("password", database.password());
        try (Connection connection = DriverManager.getConnection(database.url(), login);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) each.read(rows);
        }
    }
}
