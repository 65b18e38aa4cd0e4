package io.sspr.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.Service;
import io.sspr.quickstart.layout.CannotStart;
import io.sspr.quickstart.layout.Port;
import io.sspr.quickstart.layout.Ports;
import io.sspr.quickstart.layout.Settings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningSystemTests {

    private static final Progress UNSEEN = (part, address) -> {};

    @TempDir
    Path data;

    private final ConcurrentLinkedQueue<String> happened = new ConcurrentLinkedQueue<>();

    @Test
    void startsServicesOnceEverythingTheyNeedIsThereAndStopsThemFirst() {
        Settings settings = Settings.onRandomPorts(data);
        Blueprint blueprint = new Blueprint(
                secrets ->
                        Files.writeString(secrets.resolve("anchor.jwk"), "{}").toString(),
                RunningSystemTests::createTopic,
                List.of(launcher(Service.REGISTRATION), launcher(Service.RESET)),
                List.of(companion("first"), companion("second")));

        try (RunningSystem system = new RunningSystem(settings, blueprint, (part, address) -> happened.add(part))) {
            system.start();

            assertThat(system.anchorThumbprint()).endsWith("anchor.jwk");
            assertThat(happened)
                    .contains("PostgreSQL", "Kafka", "mail catcher")
                    .contains("registration found its topic and its database", "reset found its topic and its database")
                    .contains("registration-service", "reset-service")
                    .contains("first started after the services", "second started after the services");
            assertThat(system.page()).isEqualTo(URI.create("http://first.example.org"));
            assertThat(system.surroundings(Service.RESET).page()).isEqualTo(system.page());
            happened.clear();
        }

        assertThat(happened)
                .containsExactly(
                        "second stopped",
                        "first stopped",
                        "reset stopped while Kafka was there",
                        "registration stopped while Kafka was there");
        Ports.check(settings.ports());
        assertThat(settings.postgres().resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void startsNothingWhenAPortOfACompanionIsTaken() throws Exception {
        Settings settings = Settings.onRandomPorts(data);
        Blueprint blueprint = new Blueprint(secrets -> "", kafka -> {}, List.of(), List.of(companion("first")));
        try (ServerSocket other = new ServerSocket(settings.portalPort(), 1, InetAddress.getLoopbackAddress());
                RunningSystem system = new RunningSystem(settings, blueprint, (part, address) -> happened.add(part))) {
            assertThatThrownBy(system::start)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(other.getLocalPort() + " (the portal) is already in use");
        }
        assertThat(happened).isEmpty();
    }

    @Test
    void takesEverythingDownAgainWhenAServiceDoesNotStart() {
        Settings settings = Settings.onRandomPorts(data);
        ServiceLauncher broken = new ServiceLauncher() {
            @Override
            public Service service() {
                return Service.RESET;
            }

            @Override
            public AutoCloseable launch(Surroundings surroundings) {
                throw new IllegalStateException("no such table");
            }
        };
        Blueprint blueprint = new Blueprint(
                secrets -> "", RunningSystemTests::createTopic, List.of(launcher(Service.REGISTRATION), broken));

        try (RunningSystem system = new RunningSystem(settings, blueprint, UNSEEN)) {
            assertThatThrownBy(system::start)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("no such table")
                    .extracting(failure -> ((CannotStart) failure).wayOut())
                    .asString()
                    .contains(settings.logs().toString());
        }

        assertThat(happened).contains("registration stopped while Kafka was there");
        Ports.check(settings.ports());
        assertThat(settings.postgres().resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void startsNothingOnADataDirectoryThatIsInUse() {
        Blueprint nothing = new Blueprint(secrets -> "", kafka -> {}, List.of());
        Settings settings = Settings.onRandomPorts(data);
        try (RunningSystem first = new RunningSystem(settings, nothing, UNSEEN);
                RunningSystem second = new RunningSystem(Settings.onRandomPorts(data), nothing, UNSEEN)) {
            first.start();

            assertThatThrownBy(second::start).isInstanceOf(CannotStart.class).hasMessageContaining("Another ./sspr up");
            assertThat(first.database().superuser().user()).isEqualTo("postgres");
        }
    }

    private Companion companion(String name) {
        return new Companion() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Port> prepare(Settings settings) {
                return name.equals("first") ? List.of(settings.portal()) : List.of();
            }

            @Override
            public AutoCloseable start(RunningSystem system, Progress progress) {
                assertThat(happened).contains("registration-service", "reset-service");
                happened.add(name + " started after the services");
                return () -> happened.add(name + " stopped");
            }

            @Override
            public Optional<URI> page(Settings settings) {
                return Optional.of(URI.create("http://" + name + ".example.org"));
            }

            @Override
            public List<String> guide(Settings settings) {
                return List.of();
            }
        };
    }

    private ServiceLauncher launcher(Service service) {
        return new ServiceLauncher() {
            @Override
            public Service service() {
                return service;
            }

            @Override
            public AutoCloseable launch(Surroundings surroundings) throws Exception {
                assertThat(topics(surroundings)).contains("letters");
                try (Connection connection = surroundings.database().connect()) {
                    assertThat(connection.getCatalog()).isEqualTo(service.shortName());
                }
                happened.add(service.shortName() + " found its topic and its database");
                return () -> {
                    assertThat(topics(surroundings)).contains("letters");
                    happened.add(service.shortName() + " stopped while Kafka was there");
                };
            }
        };
    }

    private static void createTopic(Admin kafka) throws Exception {
        kafka.createTopics(List.of(new NewTopic("letters", Optional.of(1), Optional.empty())))
                .all()
                .get(30, TimeUnit.SECONDS);
    }

    private static Iterable<String> topics(Surroundings surroundings) throws Exception {
        try (Admin kafka = Admin.create(Map.of("bootstrap.servers", surroundings.bootstrapServers()))) {
            return kafka.listTopics().names().get(30, TimeUnit.SECONDS);
        }
    }
}
