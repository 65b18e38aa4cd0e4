package io.sspr.quickstart;

import io.sspr.contract.Client;
import io.sspr.contract.Service;
import io.sspr.contract.Topic;
import io.sspr.contract.Topics;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.notification.NotificationServiceApplication;
import io.sspr.registration.RegistrationServiceApplication;
import io.sspr.reset.ResetServiceApplication;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The one place where the project's parts are plugged in. */
public final class QuickStart {

    private QuickStart() {}

    /** Keys, topics and services of the quick start. */
    public static Blueprint blueprint() {
        return new Blueprint(
                QuickStart::prepareKeys,
                QuickStart::createTopics,
                List.of(
                        new SpringService(Service.REGISTRATION, RegistrationServiceApplication::builder),
                        new SpringService(Service.RESET, ResetServiceApplication::builder),
                        new SpringService(Service.NOTIFICATION, NotificationServiceApplication::builder)));
    }

    /** The same with the portal and people to try it with; {@code home} is where this project is built. */
    public static Blueprint withPortal(Path home) {
        Blueprint services = blueprint();
        return new Blueprint(
                services.keys(),
                services.topics(),
                services.services(),
                List.of(new PortalBeside(home), new SamplePeople()));
    }

    /** By name. */
    static Map<String, Subcommand> subcommands() {
        return Map.of(
                "audit",
                new AuditOfThis(),
                "demo",
                new DemoCommand(),
                "outsider",
                new OutsiderCommand(),
                "pages",
                new PagesCommand(),
                "secrets",
                new SecretsCommand(),
                "policy",
                RulesCommands.policy(),
                "why",
                RulesCommands.why());
    }

    /** Makes the topics of the contract that are missing. */
    public static void createTopics(Admin kafka) throws Exception {
        createTopics(kafka, 1, Map.of());
    }

    /** The same with so many copies of each, and settings besides the contract's. */
    public static void createTopics(Admin kafka, int replicas, Map<String, String> besides) throws Exception {
        Set<String> existing = kafka.listTopics().names().get(1, TimeUnit.MINUTES);
        List<NewTopic> missing = Topics.all(SampleClients.ALL).stream()
                .filter(topic -> !existing.contains(topic.name()))
                .map(topic -> newTopic(topic, replicas, besides))
                .toList();
        kafka.createTopics(missing).all().get(1, TimeUnit.MINUTES);
    }

    private static String prepareKeys(Path secrets) {
        List<String> clients = SampleClients.ALL.stream().map(Client::name).toList();
        return new KeyMaterial(secrets, Clock.systemUTC()).generate(clients).anchorThumbprint();
    }

    private static NewTopic newTopic(Topic topic, int replicas, Map<String, String> besides) {
        Map<String, String> settings = new HashMap<>(topic.settings());
        settings.putAll(besides);
        return new NewTopic(topic.name(), topic.partitions(), (short) replicas).configs(settings);
    }
}
