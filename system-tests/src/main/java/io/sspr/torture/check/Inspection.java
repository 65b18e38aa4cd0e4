package io.sspr.torture.check;

import io.sspr.torture.check.Finding.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What log and databases show of each other once all is quiet.
 *
 * @param findings what must not be
 * @param requests requests on the log
 * @param records records by topic
 */
public record Inspection(List<Finding> findings, int requests, Map<String, Long> records) {

    /** How to reach a service's database. */
    public record Login(String url, String user, String password) {}

    /** Reads all topics and the databases of all services; that of the reset service is named as well. */
    public static Inspection of(String bootstrapServers, Login reset, List<Login> all) throws SQLException {
        LogCheck log = new LogCheck(bootstrapServers);
        List<Finding> findings = new ArrayList<>(log.run());
        findings.addAll(DatabaseCheck.credentials(reset, log.versions()));
        findings.addAll(untold(all));
        return new Inspection(List.copyOf(findings), log.requests(), log.records());
    }

    /** Whether nothing waits to be told or to be answered any more. */
    public static boolean isQuiet(List<Login> all) throws SQLException {
        return untold(all).isEmpty();
    }

    private static List<Finding> untold(List<Login> all) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        for (Login login : all) findings.addAll(DatabaseCheck.untold(login));
        return findings;
    }

    /** How many findings of a kind. */
    public long count(Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).count();
    }
}
