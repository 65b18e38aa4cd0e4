package io.sspr.audit;

import io.sspr.audit.database.DatabaseAccess;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be checked.
 *
 * @param kafka client settings: bootstrap.servers, and what a secured cluster needs
 * @param requests whether requests and replies are looked at too (G1); an auditor's rights are not enough for that
 * @param databases what is held against the log (G4); may be empty
 * @param settled whether everything has come to rest, so that nothing can be under way
 * @param directory where to put aside what does not fit into memory: about as much as the events of the log
 * @param since findings of earlier events are not told; they are looked at all the same
 * @param until findings of later ones are not told
 */
public record AuditSettings(
        Map<String, Object> kafka,
        boolean requests,
        List<DatabaseAccess> databases,
        boolean settled,
        Path directory,
        @Nullable Instant since,
        @Nullable Instant until) {

    /** Everything there is of a system that has come to rest. */
    public static AuditSettings atRest(String bootstrapServers, List<DatabaseAccess> databases, Path directory) {
        return new AuditSettings(
                Map.of("bootstrap.servers", bootstrapServers), true, databases, true, directory, null, null);
    }
}
