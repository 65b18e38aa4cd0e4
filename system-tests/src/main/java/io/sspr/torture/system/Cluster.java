package io.sspr.torture.system;

import io.sspr.quickstart.QuickStart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.Uuid;

/** Three brokers of which two must have a record before it counts as written. */
public final class Cluster implements AutoCloseable {

    /** How many. */
    public static final int BROKERS = 3;

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final List<BrokerProcess> brokers;

    private Cluster(List<BrokerProcess> brokers) {
        this.brokers = brokers;
    }

    /** Makes and starts them, with the topics of the contract. */
    static Cluster start(Path directory, List<Route> routes) throws Exception {
        List<BrokerProcess> brokers = new ArrayList<>();
        for (int node = 1; node <= BROKERS; node++) brokers.add(new BrokerProcess(node, directory));
        String voters = brokers.stream().map(BrokerProcess::voter).collect(Collectors.joining(","));
        String clusterId = Uuid.randomUuid().toString();
        Cluster cluster = new Cluster(List.copyOf(brokers));
        boolean ready = false;
        try {
            for (BrokerProcess broker : brokers) {
                broker.prepare(clusterId, voters, routes);
                broker.start();
            }
            cluster.awaitAll();
            try (Admin admin = cluster.admin()) {
                QuickStart.createTopics(admin, BROKERS, Map.of("min.insync.replicas", "2"));
            }
            ready = true;
            return cluster;
        } finally {
            if (!ready) cluster.close();
        }
    }

    /** Each of them. */
    public List<BrokerProcess> brokers() {
        return brokers;
    }

    /** Addresses for clients that no proxy keeps from them. */
    public String bootstrapServers() {
        return brokers.stream().map(broker -> "127.0.0.1:" + broker.port()).collect(Collectors.joining(","));
    }

    /** Who takes what is written to the partition that has most. */
    public BrokerProcess leaderOfTheBusiest() throws InterruptedException {
        try (Admin admin = admin()) {
            List<String> topics = admin.listTopics().names().get(ANSWER.toSeconds(), TimeUnit.SECONDS).stream()
                    .filter(name -> name.startsWith("sspr."))
                    .toList();
            Map<TopicPartition, Integer> leaders = new HashMap<>();
            for (TopicDescription topic : admin.describeTopics(topics)
                    .allTopicNames()
                    .get(ANSWER.toSeconds(), TimeUnit.SECONDS)
                    .values())
                for (TopicPartitionInfo partition : topic.partitions())
                    if (partition.leader() != null)
                        leaders.put(
                                new TopicPartition(topic.name(), partition.partition()),
                                partition.leader().id());
            Map<TopicPartition, OffsetSpec> ends = leaders.keySet().stream()
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            int leader = admin.listOffsets(ends).all().get(ANSWER.toSeconds(), TimeUnit.SECONDS).entrySet().stream()
                    .max(Comparator.comparingLong(end -> end.getValue().offset()))
                    .map(end -> leaders.getOrDefault(end.getKey(), 1))
                    .orElse(1);
            return broker(leader);
        } catch (ExecutionException | TimeoutException e) {
            return brokers.get(0);
        }
    }

    /** Who decides on leaders. */
    public BrokerProcess controller() throws InterruptedException {
        try (Admin admin = admin()) {
            return broker(admin.describeMetadataQuorum()
                    .quorumInfo()
                    .get(ANSWER.toSeconds(), TimeUnit.SECONDS)
                    .leaderId());
        } catch (ExecutionException | TimeoutException e) {
            return brokers.get(0);
        }
    }

    /** Whether all of them are in the cluster. */
    public boolean isWhole() throws InterruptedException {
        try (Admin admin = admin()) {
            return admin.describeCluster()
                            .nodes()
                            .get(ANSWER.toSeconds(), TimeUnit.SECONDS)
                            .size()
                    == BROKERS;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    /** Returns when all of them are in the cluster. */
    public void awaitAll() throws InterruptedException, IOException {
        Instant deadline = Instant.now().plus(START);
        while (!isWhole()) {
            if (Instant.now().isAfter(deadline)) throw new IOException("The brokers do not come together");
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private BrokerProcess broker(int node) {
        return brokers.get(Math.floorMod(node - 1, BROKERS));
    }

    private Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                9_000));
    }

    /** At once: there is nothing in this directory that is used again. */
    @Override
    public void close() {
        for (BrokerProcess broker : brokers) broker.kill();
    }
}
