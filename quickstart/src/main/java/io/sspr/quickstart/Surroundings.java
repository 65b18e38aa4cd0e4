package io.sspr.quickstart;

import io.sspr.quickstart.database.DatabaseLogin;
import java.nio.file.Path;

/**
 * What one service is given to start with: its own database, the shared Kafka, SMTP and gateway for text messages on the
 * loopback interface, its port.
 *
 * @param mailPort of the mail catcher's page, which is the gateway
 */
public record Surroundings(
        String bootstrapServers, DatabaseLogin database, Path secrets, int smtpPort, int mailPort, int healthPort) {}
