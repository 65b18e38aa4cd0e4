package io.sspr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.audit.Audit;
import io.sspr.audit.AuditCommand;
import io.sspr.audit.AuditResult;
import io.sspr.audit.AuditSettings;
import io.sspr.audit.database.DatabaseAccess;
import io.sspr.audit.finding.Finding;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.demo.Demonstration;
import io.sspr.demo.DemonstrationOptions;
import io.sspr.quickstart.database.DatabaseLogin;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real services have told stands every check, and can be told again. */
class AuditJourneyTests {

    private final TestSystem system = TestSystem.shared();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    @Test
    void aLogOfRealServicesIsCleanAndTellsTheStoryOfEachPerson() throws Exception {
        int status = Demonstration.run(new DemonstrationOptions(
                system.bootstrap(),
                system.mailPage(),
                system.secrets(),
                system.anchorThumbprint(),
                Path.of("..", "quickstart", "sample", "accounts.csv"),
                0,
                1,
                () -> 0,
                out));
        assertThat(status).as("%s", shown).isZero();

        List<DatabaseAccess> databases =
                Arrays.stream(Service.values()).map(this::access).toList();
        List<Finding> found = new ArrayList<>();
        AuditResult result = Audit.run(
                new AuditSettings(
                        Map.of("bootstrap.servers", system.bootstrap()),
                        false,
                        databases,
                        false,
                        directory,
                        null,
                        null),
                found::add);
        assertThat(found).isEmpty();
        assertThat(result.events().get(Topics.PASSWORD_EVENTS)).isGreaterThan(20);
        assertThat(result.notChecked()).isEmpty();

        story();
    }

    private void story() {
        String account = system.read(Topics.PASSWORD_EVENTS).stream()
                .map(record -> new String(record.key(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
        shown.reset();
        int status = new AuditCommand(new AuditCommand.Surroundings(system.bootstrap(), List.of(), directory), out, out)
                .run(List.of("--account", account));
        assertThat(status).isZero();
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains("the account was made known")
                .contains("PASSWORD VERSION 1: brought by provisioning");
    }

    private DatabaseAccess access(Service service) {
        DatabaseLogin login = system.database(service);
        return new DatabaseAccess(service, login.url(), login.user(), login.password());
    }
}
