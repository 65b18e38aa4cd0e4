package io.sspr.quickstart.database;

import static io.sspr.quickstart.database.Query.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.Service;
import io.sspr.quickstart.layout.CannotStart;
import io.sspr.quickstart.layout.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseRestartTests {

    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    static Path template;

    @TempDir
    Path data;

    @BeforeAll
    static void makeTemplate() {
        Database.start(Settings.onRandomPorts(template), RANDOM).close();
    }

    @BeforeEach
    void copyTemplate() throws IOException {
        try (Stream<Path> files = Files.walk(template)) {
            for (Path file : files.filter(each -> !each.equals(template)).toList()) {
                Files.copy(file, data.resolve(template.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Test
    void takesOverWhatAKilledProcessLeftRunningAndHasItsRows() throws Exception {
        Settings settings = Settings.onRandomPorts(data);
        Database left = Database.start(settings, RANDOM);
        ask(left.loginOf(Service.RESET), "CREATE TABLE made (id int); INSERT INTO made VALUES (42) RETURNING id");

        // Nobody closed it; even its port is another one now.
        try (Database database = Database.start(Settings.onRandomPorts(data), RANDOM)) {
            assertThat(ask(database.loginOf(Service.RESET), "SELECT id FROM made"))
                    .isEqualTo("42");
            assertThatThrownBy(() -> left.superuser().connect()).hasMessageContaining("refused");
        }
    }

    @Test
    void doesNotStopAStrangerThatGotTheProcessNumber() throws Exception {
        Settings settings = Settings.onRandomPorts(data);
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(settings.postgres().resolve("postmaster.pid"), stranger.pid() + "\n");

            Database.start(settings, RANDOM).close();

            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void refusesADamagedDirectoryInASentence() throws Exception {
        Settings settings = Settings.onRandomPorts(data);
        Files.write(settings.postgres().resolve("global").resolve("pg_control"), new byte[8192]);

        assertThatThrownBy(() -> Database.start(settings, RANDOM))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("PostgreSQL cannot start with its data in " + settings.postgres())
                .hasMessageContaining("made by version 18: database files are incompatible");
    }

    @Test
    void refusesADirectoryThatIsNotItsOwnInASentence() throws Exception {
        Settings settings = Settings.onRandomPorts(data.resolve("elsewhere"));
        Files.createDirectories(settings.postgres());
        Files.writeString(settings.postgres().resolve("letter.txt"), "Dear PostgreSQL");

        assertThatThrownBy(() -> Database.start(settings, RANDOM))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("holds no PostgreSQL data");
    }

    @Test
    void saysThatSecretsAndDataBelongTogether() throws Exception {
        Settings settings = Settings.onRandomPorts(data);
        Files.delete(settings.secrets().resolve("postgres").resolve("postgres.password"));

        assertThatThrownBy(() -> Database.start(settings, RANDOM))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("does not accept the password");
    }
}
