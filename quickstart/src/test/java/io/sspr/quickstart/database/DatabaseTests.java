package io.sspr.quickstart.database;

import static io.sspr.quickstart.database.Query.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.Service;
import io.sspr.quickstart.layout.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTests {

    private static final String MAY_MORE_THAN_ITS_OWN =
            "SELECT rolsuper OR rolcreatedb OR rolcreaterole FROM pg_roles WHERE rolname = current_user";

    @TempDir
    static Path data;

    private static Settings settings;
    private static Database database;

    @BeforeAll
    static void start() {
        settings = Settings.onRandomPorts(data);
        database = Database.start(settings, new SecureRandom());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void writesWhatIsCommittedToDiskAndKeepsPreparedTransactionsOff() throws Exception {
        DatabaseLogin superuser = database.superuser();
        assertThat(ask(superuser, "SHOW fsync")).isEqualTo("on");
        assertThat(ask(superuser, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(ask(superuser, "SHOW full_page_writes")).isEqualTo("on");
        assertThat(ask(superuser, "SHOW max_prepared_transactions")).isEqualTo("0");
        assertThat(ask(superuser, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(superuser, "SHOW idle_in_transaction_session_timeout")).isEqualTo("1min");
    }

    @Test
    void givesEveryServiceADatabaseThatNoOtherServiceReaches() throws Exception {
        for (Service own : Service.values()) {
            DatabaseLogin login = database.loginOf(own);
            assertThat(ask(login, "SELECT current_database() || ' of ' || current_user"))
                    .isEqualTo(own.shortName() + " of " + own.shortName());
            assertThat(ask(login, "CREATE TABLE made (id int); SELECT count(*) FROM made"))
                    .isEqualTo("0");
            assertThat(ask(login, MAY_MORE_THAN_ITS_OWN)).isEqualTo("f");
            for (String other : List.of("registration", "reset", "notification", "postgres", "template1")) {
                if (!other.equals(own.shortName())) {
                    assertThatThrownBy(() -> elsewhere(login, other).connect())
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("no pg_hba.conf entry");
                    assertThat(mayConnect(own, other)).isEqualTo("f");
                }
            }
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        for (DatabaseLogin login : List.of(database.superuser(), database.loginOf(Service.RESET))) {
            for (String guess : List.of("", "postgres", login.user())) {
                assertThatThrownBy(() -> new DatabaseLogin(login.url(), login.user(), guess).connect())
                        .isInstanceOf(SQLException.class);
            }
            assertThat(login.toString()).doesNotContain(login.password());
        }
    }

    @Test
    void keepsPasswordsWhereOnlyTheirOwnerReads() throws Exception {
        try (Stream<Path> files = Files.walk(settings.secrets())) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    private static DatabaseLogin elsewhere(DatabaseLogin login, String database) {
        return new DatabaseLogin(login.url().replaceFirst("[^/]+$", database), login.user(), login.password());
    }

    private static String mayConnect(Service service, String other) throws SQLException {
        return ask(
                database.superuser(),
                "SELECT has_database_privilege('" + service.shortName() + "', '" + other + "', 'CONNECT')");
    }
}
