package io.sspr.journey;

import io.sspr.contract.Service;
import io.sspr.live.Parts;
import io.sspr.quickstart.Blueprint;
import io.sspr.quickstart.QuickStart;
import io.sspr.quickstart.ServiceLauncher;
import io.sspr.quickstart.Surroundings;
import io.sspr.quickstart.database.DatabaseLogin;
import io.sspr.quickstart.layout.DataDirectory;
import io.sspr.quickstart.layout.Settings;
import io.sspr.quickstart.mail.MailCatcher;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Kafka and PostgreSQL by their official images, the services in this JVM; {@code mvn verify -Pcontainers}. */
final class ContainerParts implements Parts {

    private final Settings settings;
    private final KafkaContainer kafka =
            new KafkaContainer("apache/kafka:4.2.1").withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    private final PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18");

    ContainerParts() {
        settings = Settings.onRandomPorts(
                Path.of("target", "journeys", UUID.randomUUID().toString()));
        DataDirectory.create(settings.logs());
        DataDirectory.create(settings.secrets());
        try {
            start(QuickStart.blueprint());
        } catch (Exception e) {
            throw new IllegalStateException("the parts in containers did not start", e);
        }
    }

    private void start(Blueprint blueprint) throws Exception {
        blueprint.keys().prepare(settings.secrets());
        kafka.start();
        postgres.start();
        createDatabases();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            blueprint.topics().prepare(admin);
        }
        MailCatcher mail = MailCatcher.start(settings.smtpPort(), settings.mailPort());
        Runtime.getRuntime().addShutdownHook(new Thread(mail::close, "stop-mail"));
        for (ServiceLauncher launcher : blueprint.services()) {
            Service service = launcher.service();
            AutoCloseable running = launcher.launch(new Surroundings(
                    bootstrapServers(),
                    login(service),
                    settings.secrets(),
                    settings.smtpPort(),
                    settings.mailPort(),
                    settings.healthPort(service)));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running), "stop-" + service.principal()));
        }
    }

    private void createDatabases() throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword());
                Statement statement = connection.createStatement()) {
            for (Service service : Service.values()) {
                String name = service.shortName();
                statement.execute("create role " + name + " login password '" + name + "'");
                statement.execute("create database " + name + " owner " + name);
            }
        }
    }

    private static void stop(AutoCloseable running) {
        try {
            running.close();
        } catch (Exception e) {
            throw new IllegalStateException("a service did not stop in order", e);
        }
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public DatabaseLogin login(Service service) {
        String name = service.shortName();
        String url = "jdbc:postgresql://" + postgres.getHost() + ":" + postgres.getMappedPort(5432) + "/" + name;
        return new DatabaseLogin(url, name, name);
    }
}
