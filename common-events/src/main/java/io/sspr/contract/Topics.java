package io.sspr.contract;

import io.sspr.contract.Topic.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All topics: their names, their settings, and which service reads which. */
public final class Topics {

    /** Password changes: what enterprise systems read. */
    public static final String PASSWORD_EVENTS = "sspr.password.events";

    /** The accounts. */
    public static final String ACCOUNTS = "sspr.accounts";

    /** Account id to the organisation's own id, for subscribers. */
    public static final String IDENTITIES = "sspr.identities";

    /** The methods; addresses sealed to the notification service. */
    public static final String METHODS = "sspr.methods";

    /** The rules in force. */
    public static final String POLICY = "sspr.policy";

    /** The notices that the reset service asks for: a topic of its own, for each has one writer. */
    public static final String NOTICES = "sspr.internal.notices";

    /** Most bytes of a request's record. */
    public static final int MAX_REQUEST_BYTES = 64 * 1024;

    private static final int PARTITIONS = 3;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);

    private Topics() {}

    /** Where a client's requests to a service go. */
    public static String requests(Service service, String client) {
        return requestsPrefix(service) + client;
    }

    /** Where a client's replies come from. */
    public static String replies(String client) {
        return "sspr.replies." + client;
    }

    /** What the other services tell this one. */
    public static String internal(Service service) {
        return "sspr.internal." + service.shortName();
    }

    /** Whether what is on the topic asks a service for a deed, which must not be lost. */
    public static boolean isInternal(String topic) {
        return topic.startsWith("sspr.internal.");
    }

    /** What happened at this service. */
    public static String events(Service service) {
        return "sspr." + service.shortName() + ".events";
    }

    /** The published sealing keys of this service. */
    public static String keys(Service service) {
        return "sspr.keys." + service.shortName();
    }

    /** How far this service's relay has published. */
    public static String checkpoint(Service service) {
        return "sspr.checkpoint." + service.shortName();
    }

    /** What this group could not understand of that topic. */
    public static String dead(String topic, Service reader) {
        return topic + "." + reader.principal() + ".dead";
    }

    /** The client whose requests to this service the topic holds; empty for other topics. */
    public static Optional<String> clientOf(String topic, Service service) {
        String prefix = requestsPrefix(service);
        // Not the dead letters of such a topic: a client's name has no dot.
        return topic.startsWith(prefix) && topic.indexOf('.', prefix.length()) < 0
                ? Optional.of(topic.substring(prefix.length()))
                : Optional.empty();
    }

    /** State topics that a service copies before it takes work. */
    public static List<String> copiedBy(Service service) {
        return switch (service) {
            case REGISTRATION -> List.of();
            case RESET -> List.of(ACCOUNTS, POLICY);
            case NOTIFICATION -> List.of(ACCOUNTS, METHODS, POLICY);
        };
    }

    /** Topics that a service works through: its clients' requests, its internal topic, other services' events. */
    public static List<String> workedBy(Service service, Collection<Client> clients) {
        List<String> topics = new ArrayList<>();
        for (Client client : clients) if (sendsTo(client, service)) topics.add(requests(service, client.name()));
        switch (service) {
            case REGISTRATION -> topics.addAll(List.of(internal(service), events(Service.RESET)));
            case RESET -> topics.add(events(Service.REGISTRATION));
            case NOTIFICATION ->
                topics.addAll(List.of(internal(service), NOTICES, events(Service.REGISTRATION), events(Service.RESET)));
        }
        return topics;
    }

    /** Whether any of the client's requests goes to the service. */
    public static boolean sendsTo(Client client, Service service) {
        return client.requests().stream().anyMatch(type -> type.receiver() == service);
    }

    /** Every topic with its settings. */
    public static List<Topic> all(Collection<Client> clients) {
        List<Topic> topics = new ArrayList<>();
        for (Client client : clients) {
            for (Service service : Service.values())
                if (sendsTo(client, service)) topics.add(requestTopic(client, service));
            topics.add(kept(replies(client.name()), Kind.REPLIES, DAY));
        }
        for (Service service : List.of(Service.REGISTRATION, Service.NOTIFICATION))
            topics.add(kept(internal(service), Kind.INTERNAL, DAY));
        // A code is of no use tomorrow; that a password was reset must be told after a long weekend too.
        topics.add(kept(NOTICES, Kind.INTERNAL, WEEK));
        for (Service service : Service.values()) topics.add(forEver(events(service)));
        topics.add(forEver(PASSWORD_EVENTS));
        for (String name : List.of(ACCOUNTS, IDENTITIES, METHODS)) topics.add(compacted(name, Kind.STATE, PARTITIONS));
        topics.add(compacted(POLICY, Kind.STATE, 1));
        for (Service service : Service.values()) {
            topics.add(compacted(keys(service), Kind.STATE, 1));
            topics.add(compacted(checkpoint(service), Kind.CHECKPOINT, 1));
        }
        List<Topic> dead = new ArrayList<>();
        for (Service service : Service.values()) {
            List<String> read = new ArrayList<>(workedBy(service, clients));
            read.addAll(copiedBy(service));
            for (Topic topic : topics) if (read.contains(topic.name())) dead.add(deadOf(topic, service));
        }
        topics.addAll(dead);
        return topics;
    }

    private static String requestsPrefix(Service service) {
        return "sspr." + service.shortName() + ".requests.";
    }

    private static Topic requestTopic(Client client, Service service) {
        boolean provisioning = client.requests().stream()
                .anyMatch(type -> type.receiver() == service && type.usefulFor().isEmpty());
        return new Topic(
                requests(service, client.name()),
                Kind.REQUESTS,
                PARTITIONS,
                Map.of(
                        "cleanup.policy",
                        "delete",
                        "retention.ms",
                        millis(provisioning ? WEEK : DAY),
                        "max.message.bytes",
                        Integer.toString(MAX_REQUEST_BYTES),
                        // The age of a request is judged by the broker's clock, never by the client's.
                        "message.timestamp.type",
                        "LogAppendTime"));
    }

    private static Topic kept(String name, Kind kind, Duration retention) {
        return new Topic(name, kind, PARTITIONS, Map.of("cleanup.policy", "delete", "retention.ms", millis(retention)));
    }

    private static Topic forEver(String name) {
        return new Topic(
                name,
                Kind.EVENTS,
                PARTITIONS,
                Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1"));
    }

    private static Topic compacted(String name, Kind kind, int partitions) {
        return new Topic(name, kind, partitions, Map.of("cleanup.policy", "compact"));
    }

    private static Topic deadOf(Topic source, Service reader) {
        boolean requests = source.kind() == Kind.REQUESTS;
        String retention = requests || source.kind() == Kind.INTERNAL
                ? source.settings().getOrDefault("retention.ms", millis(DAY))
                : "-1";
        return new Topic(
                dead(source.name(), reader),
                Kind.DEAD,
                1,
                // The source's record and our headers of why it is here.
                Map.of("cleanup.policy", "delete", "retention.ms", retention, "max.message.bytes", "2097152"));
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
