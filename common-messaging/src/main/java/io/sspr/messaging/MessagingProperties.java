package io.sspr.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code sspr.messaging.*}; the defaults are safe.
 *
 * @param parkTime how long a request waits for its predecessor on another topic
 * @param deadLetterTries how often a record is tried that fails for no trouble with database or broker
 * @param relayBatch most outbox rows of one Kafka transaction, 1 to 5000
 * @param lease how long a relay that fell silent keeps others from taking over, 1 to 60 seconds
 * @param maxPollRecords most records of one database transaction, 1 to 5000
 * @param oldestUnpublished age of an outbox row from which the service is not healthy
 * @param createTopics whether topics that are missing are made at start
 * @param replicationFactor copies of each topic made at start; -1 is the broker's default
 * @param transactionVersion least {@code transaction.version} of the broker; 2 came with Kafka 4.0 (KIP-890)
 */
@ConfigurationProperties("sspr.messaging")
public record MessagingProperties(
        @DefaultValue("5s") Duration parkTime,
        @DefaultValue("3") int deadLetterTries,
        @DefaultValue("500") int relayBatch,
        @DefaultValue("5s") Duration lease,
        @DefaultValue("500") int maxPollRecords,
        @DefaultValue("30s") Duration oldestUnpublished,
        @DefaultValue("false") boolean createTopics,
        @DefaultValue("-1") int replicationFactor,
        @DefaultValue("2") int transactionVersion) {

    /** Refuses what cannot work. */
    public MessagingProperties {
        between("park-time", parkTime, Duration.ofMillis(1), Duration.ofMinutes(5));
        between("dead-letter-tries", deadLetterTries, 1, 100);
        between("relay-batch", relayBatch, 1, 5000);
        between("lease", lease, Duration.ofSeconds(1), Duration.ofMinutes(1));
        between("max-poll-records", maxPollRecords, 1, 5000);
        between("oldest-unpublished", oldestUnpublished, Duration.ofSeconds(1), Duration.ofDays(1));
        if (replicationFactor != -1) between("replication-factor", replicationFactor, 1, 7);
        between("transaction-version", transactionVersion, 0, 10);
    }

    private static <T extends Comparable<T>> void between(String name, T value, T least, T most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0)
            throw new IllegalArgumentException(
                    "sspr.messaging." + name + " must be " + least + " to " + most + ", not " + value);
    }
}
