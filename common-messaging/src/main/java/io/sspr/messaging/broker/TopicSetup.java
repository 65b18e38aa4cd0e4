package io.sspr.messaging.broker;

import io.sspr.contract.AccessTable;
import io.sspr.contract.Client;
import io.sspr.contract.Service;
import io.sspr.contract.Topic;
import io.sspr.contract.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Sees to it that the topics are what the contract says, before anything is read or written. */
public final class TopicSetup {

    private final Collection<Client> clients;
    private final Service service;
    private final boolean create;
    private final short replicas;

    /** Creates what is missing if told so; what exists is never changed. */
    public TopicSetup(Collection<Client> clients, Service service, boolean create, int replicas) {
        this.clients = List.copyOf(clients);
        this.service = service;
        this.create = create;
        this.replicas = (short) replicas;
    }

    /** Throws IllegalStateException with a sentence if a topic is not what it must be. */
    public void settle(Admin admin) throws ExecutionException, InterruptedException {
        List<Topic> topics = create ? Topics.all(clients) : ours();
        if (create) createMissing(admin, topics);
        List<String> names = topics.stream().map(Topic::name).toList();
        Map<String, TopicDescription> found =
                those(admin.describeTopics(names).topicNameValues(), UnknownTopicOrPartitionException.class);
        // To read and write does not include to see the settings.
        Map<ConfigResource, Config> settings = those(
                admin.describeConfigs(found.keySet().stream()
                                .map(TopicSetup::resource)
                                .toList())
                        .values(),
                AuthorizationException.class);
        List<String> complaints = new ArrayList<>();
        for (Topic topic : topics) {
            TopicDescription description = found.get(topic.name());
            if (description == null) complaints.add(topic.name() + " does not exist");
            else complainOfPartitions(topic, description.partitions().size(), complaints);
            Config config = settings.get(resource(topic.name()));
            if (config != null) complainOfSettings(topic, config, complaints);
        }
        if (!complaints.isEmpty())
            throw new IllegalStateException("Topics are not what they must be: " + String.join("; ", complaints) + ".");
    }

    /** What this service reads or writes; others it may not even see. */
    private List<Topic> ours() {
        Set<String> names = AccessTable.of(clients, List.of(), List.of(), List.of()).stream()
                .filter(grant -> grant.principal().equals(service.principal()))
                .filter(grant -> grant.resource() == AccessTable.Resource.TOPIC)
                .map(AccessTable.Grant::name)
                .collect(Collectors.toSet());
        return Topics.all(clients).stream()
                .filter(topic -> names.contains(topic.name()))
                .toList();
    }

    private void createMissing(Admin admin, List<Topic> topics) throws ExecutionException, InterruptedException {
        Set<String> known = admin.listTopics().names().get();
        List<NewTopic> missing = topics.stream()
                .filter(topic -> !known.contains(topic.name()))
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), replicas).configs(topic.settings()))
                .toList();
        // Another service may start at the same time.
        those(admin.createTopics(missing).values(), TopicExistsException.class);
    }

    /** What is there; what is not for the expected reason is left out. */
    private static <K, V> Map<K, V> those(Map<K, KafkaFuture<V>> futures, Class<? extends ApiException> expected)
            throws ExecutionException, InterruptedException {
        Map<K, V> there = new HashMap<>();
        for (Map.Entry<K, KafkaFuture<V>> future : futures.entrySet()) {
            try {
                V value = future.getValue().get();
                if (value != null) there.put(future.getKey(), value);
            } catch (ExecutionException e) {
                if (!expected.isInstance(e.getCause())) throw e;
            }
        }
        return there;
    }

    private static void complainOfPartitions(Topic topic, int actual, List<String> complaints) {
        if (actual != topic.partitions())
            complaints.add(topic.name() + " has " + actual + " partitions instead of " + topic.partitions());
    }

    private static void complainOfSettings(Topic topic, Config config, List<String> complaints) {
        topic.settings().forEach((name, value) -> {
            ConfigEntry entry = config.get(name);
            String actual = entry == null ? "unset" : entry.value();
            if (!value.equals(actual))
                complaints.add(topic.name() + " has " + name + "=" + actual + " instead of " + value);
        });
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
