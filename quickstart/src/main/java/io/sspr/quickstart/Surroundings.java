package io.sspr.quickstart;

import io.sspr.quickstart.database.DatabaseLogin;
import java.nio.file.Path;

/** What one service is given to start with: its own database, the shared Kafka and SMTP on the loopback interface, its port. */
public record Surroundings(
        String bootstrapServers, DatabaseLogin database, Path secrets, int smtpPort, int healthPort) {}
