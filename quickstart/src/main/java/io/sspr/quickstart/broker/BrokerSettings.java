package io.sspr.quickstart.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The broker's configuration: names and meanings are Kafka's own (times in milliseconds, sizes in bytes). */
public final class BrokerSettings {

    static final int NODE = 1;

    /** The feature that a new directory is formatted with. */
    public static final String TRANSACTIONS = Broker.TRANSACTION_FEATURE + "=" + Broker.TRANSACTION_LEVEL;

    private BrokerSettings() {}

    static Properties of(Path directory, int port, int controllerPort) {
        Properties all = new Properties();
        all.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE),
                // A static quorum: a standalone one would keep the controller's port in its data and not let it change.
                "controller.quorum.voters",
                NODE + "@127.0.0.1:" + controllerPort,
                "listeners",
                "CLIENTS://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                "CLIENTS://127.0.0.1:" + port,
                "listener.security.protocol.map",
                "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name",
                "CLIENTS",
                "controller.listener.names",
                "CONTROLLER",
                "log.dirs",
                directory.toString()));
        all.putAll(ONE_BROKER);
        all.putAll(common());
        return all;
    }

    /** What holds for any broker on a small machine, alone or with others. */
    public static Map<String, String> common() {
        Map<String, String> all = new HashMap<>(SAFE);
        all.putAll(QUICK);
        all.putAll(SMALL);
        return all;
    }

    private static final Map<String, String> ONE_BROKER = Map.of(
            "default.replication.factor", "1",
            "min.insync.replicas", "1",
            "offsets.topic.num.partitions", "1",
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.num.partitions", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1");

    private static final Map<String, String> SAFE = Map.of(
            // A topic that nobody declared is a mistake, not a wish.
            "auto.create.topics.enable",
            "false",
            "unclean.leader.election.enable",
            "false",
            // A dead letter carries the largest record a topic accepts and a reason in its headers besides.
            "message.max.bytes",
            Integer.toString(2 * 1024 * 1024));

    private static final Map<String, String> QUICK = Map.of(
            "group.initial.rebalance.delay.ms", "0",
            // After kill -9 the broker's old registration must time out before it may register again (default 9 s).
            "broker.session.timeout.ms", "2000",
            "broker.heartbeat.interval.ms", "500");

    private static final Map<String, String> SMALL = Map.of(
            "num.network.threads", "2",
            "num.io.threads", "4",
            "background.threads", "2",
            "log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024),
            // Index files are reserved at this size for every partition; one still covers half a gigabyte of records.
            "log.index.size.max.bytes", Integer.toString(1024 * 1024));
}
