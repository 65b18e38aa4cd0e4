package io.sspr.torture;

import io.sspr.quickstart.QuickStart;
import io.sspr.quickstart.broker.Broker;
import io.sspr.quickstart.database.Database;
import io.sspr.quickstart.layout.Settings;
import io.sspr.quickstart.mail.MailCatcher;
import java.security.SecureRandom;
import org.apache.kafka.clients.admin.Admin;

/** What is not killed: Kafka with its topics, PostgreSQL, and the mail catcher. */
record Parts(Database database, Broker broker, MailCatcher mail) implements AutoCloseable {

    static Parts start(Settings settings) throws Exception {
        Database database = Database.start(settings, new SecureRandom());
        Broker broker = Broker.start(settings.kafka(), settings.kafkaPort(), settings.controllerPort());
        try (Admin admin = broker.admin()) {
            QuickStart.createTopics(admin);
        }
        return new Parts(database, broker, MailCatcher.start(settings.smtpPort(), settings.mailPort()));
    }

    @Override
    public void close() {
        mail.close();
        broker.close();
        database.close();
    }
}
