package io.sspr.torture.check;

import io.sspr.audit.Audit;
import io.sspr.audit.AuditResult;
import io.sspr.audit.AuditSettings;
import io.sspr.audit.database.DatabaseAccess;
import io.sspr.audit.database.ServiceDatabase;
import io.sspr.audit.finding.CannotCheck;
import io.sspr.audit.finding.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What log and databases show of each other once all is quiet.
 *
 * @param findings what must not be
 * @param result what was looked at
 */
public record Inspection(List<Finding> findings, AuditResult result) {

    /** Later than anything that waits. */
    private static final Duration FAR = Duration.ofDays(1);

    /** Reads all topics and the databases of all services. */
    public static Inspection of(String bootstrapServers, List<DatabaseAccess> databases, Path directory)
            throws CannotCheck {
        List<Finding> findings = new ArrayList<>();
        AuditResult result = Audit.run(AuditSettings.atRest(bootstrapServers, databases, directory), findings::add);
        return new Inspection(List.copyOf(findings), result);
    }

    /** Whether nothing waits to be told or to be answered any more. */
    public static boolean isQuiet(List<DatabaseAccess> databases) throws CannotCheck, IOException {
        Instant whenever = Instant.now().plus(FAR);
        for (DatabaseAccess access : databases)
            try (ServiceDatabase database = ServiceDatabase.open(access)) {
                if (database.untoldSince(whenever) > 0 || database.parkedBeyond(whenever) > 0) return false;
            }
        return true;
    }
}
