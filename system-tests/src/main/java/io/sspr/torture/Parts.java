package io.sspr.torture;

import io.sspr.contract.Topic;
import io.sspr.contract.Topics;
import io.sspr.quickstart.SampleClients;
import io.sspr.quickstart.broker.Broker;
import io.sspr.quickstart.database.Database;
import io.sspr.quickstart.layout.Settings;
import io.sspr.quickstart.mail.MailCatcher;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** What is not killed: Kafka with its topics, PostgreSQL, and the mail catcher. */
record Parts(Database database, Broker broker, MailCatcher mail) implements AutoCloseable {

    static Parts start(Settings settings) throws Exception {
        Database database = Database.start(settings, new SecureRandom());
        Broker broker = Broker.start(settings.kafka(), settings.kafkaPort(), settings.controllerPort());
        try (Admin admin = broker.admin()) {
            List<NewTopic> topics =
                    Topics.all(SampleClients.ALL).stream().map(Parts::newTopic).toList();
            admin.createTopics(topics).all().get(1, TimeUnit.MINUTES);
        }
        return new Parts(database, broker, MailCatcher.start(settings.smtpPort(), settings.mailPort()));
    }

    private static NewTopic newTopic(Topic topic) {
        return new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings());
    }

    @Override
    public void close() {
        mail.close();
        broker.close();
        database.close();
    }
}
