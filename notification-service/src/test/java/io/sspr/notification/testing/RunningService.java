package io.sspr.notification.testing;

import io.sspr.contract.seal.KeyMaterial;
import io.sspr.messaging.testing.RunningKafka;
import io.sspr.messaging.testing.RunningPostgres;
import io.sspr.notification.NotificationServiceApplication;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The service of this JVM, in front of the running broker and a database of its own; retries are quick. */
public final class RunningService {

    private static final Path SECRETS = Path.of(System.getProperty("java.io.tmpdir"), "secrets-" + UUID.randomUUID());
    private static final KeyMaterial KEYS = new KeyMaterial(SECRETS, Clock.systemUTC()).generate(List.of());
    private static final ScriptedGateway GATEWAY = new ScriptedGateway();
    private static final String DATABASE = RunningPostgres.freshDatabase();
    private static final ConfigurableApplicationContext FIRST = startAnother();

    private RunningService() {}

    /** The first instance. */
    public static ConfigurableApplicationContext first() {
        return FIRST;
    }

    public static <T> T bean(Class<T> type) {
        return FIRST.getBean(type);
    }

    public static KeyMaterial keys() {
        return KEYS;
    }

    public static JdbcClient database() {
        return bean(JdbcClient.class);
    }

    /** Where text messages go. */
    public static ScriptedGateway gateway() {
        return GATEWAY;
    }

    /** From now on mails go to the server at that port. */
    public static void sendsTo(int port) {
        bean(JavaMailSenderImpl.class).setPort(port);
    }

    /** One more instance on the same topics and database. */
    public static ConfigurableApplicationContext startAnother() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.kafka.bootstrap-servers", RunningKafka.servers());
        properties.put("spring.datasource.url", DATABASE);
        properties.put("spring.mail.host", "127.0.0.1");
        // Longer than any test makes it wait.
        properties.put("spring.mail.properties.mail.smtp.timeout", "30000");
        properties.put("server.port", 0);
        properties.put("sspr.secrets", SECRETS);
        properties.put("sspr.messaging.create-topics", true);
        properties.put("sspr.messaging.replication-factor", 1);
        properties.put("sspr.notification.organisation", "Primer d.o.o.");
        properties.put("sspr.notification.from", "geslo@example.org");
        properties.put("sspr.notification.helpdesk", "+386 1 555 01 23");
        properties.put("sspr.notification.page", "https://reset.example.org");
        properties.put("sspr.notification.sms.base-url", GATEWAY.address());
        properties.put("sspr.notification.sms.account-sid", "ACtest");
        properties.put("sspr.notification.sms.auth-token", "secret");
        properties.put("sspr.notification.sms.from", "+38640000000");
        properties.put("sspr.notification.sms.countries", "+386,+385,+43,+39");
        properties.put("sspr.notification.delivery.sweep", "100ms");
        properties.put("sspr.notification.delivery.claim", "1500ms");
        properties.put("sspr.notification.delivery.first-retry", "50ms");
        properties.put("sspr.notification.delivery.longest-retry", "200ms");
        return NotificationServiceApplication.builder()
                // The broker and the database end with the JVM, and nothing could be stopped in order without them.
                .registerShutdownHook(false)
                .run(properties.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new));
    }
}
