package io.sspr.quickstart;

import io.sspr.audit.AuditCommand;
import io.sspr.audit.database.DatabaseAccess;
import io.sspr.contract.Service;
import io.sspr.quickstart.database.Database;
import io.sspr.quickstart.database.DatabaseLogin;
import io.sspr.quickstart.layout.Settings;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** {@code ./sspr audit}: of the system that runs with these settings, unless it is told of another. */
final class AuditOfThis implements Subcommand {

    @Override
    public int run(Settings settings, List<String> arguments, PrintStream out) {
        List<DatabaseAccess> databases = new ArrayList<>();
        for (Service service : Service.values())
            Database.loginOf(settings, service).ifPresent(login -> databases.add(access(service, login)));
        // What goes wrong must not end in the file that events are written to.
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        return new AuditCommand(
                        new AuditCommand.Surroundings(
                                "127.0.0.1:" + settings.kafkaPort(),
                                databases,
                                settings.data().resolve("tmp")),
                        out,
                        err)
                .run(arguments);
    }

    private static DatabaseAccess access(Service service, DatabaseLogin login) {
        return new DatabaseAccess(service, login.url(), login.user(), login.password());
    }
}
