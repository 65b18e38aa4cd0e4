package io.sspr.quickstart;

import io.sspr.quickstart.database.DatabaseLogin;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What one service is given to start with: its own database, the shared Kafka, SMTP and gateway for text messages on the
 * loopback interface, its port.
 *
 * @param mailPort of the mail catcher's page, which is the gateway
 * @param page where links in messages lead to; null if nothing of this system is there
 */
public record Surroundings(
        String bootstrapServers,
        DatabaseLogin database,
        Path secrets,
        int smtpPort,
        int mailPort,
        int healthPort,
        @Nullable URI page) {

    /** Of a system without a front end of its own. */
    public Surroundings(
            String bootstrapServers, DatabaseLogin database, Path secrets, int smtpPort, int mailPort, int healthPort) {
        this(bootstrapServers, database, secrets, smtpPort, mailPort, healthPort, null);
    }
}
