package io.sspr.example.subscriber;

import io.sspr.contract.MessageCodec;
import io.sspr.contract.Topics;
import io.sspr.contract.Undecodable;
import io.sspr.contract.state.Identity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Which account is whose: the latest of {@code sspr.identities}, read anew at every start. */
final class Identities {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<UUID, String> organisationIds = new HashMap<>();

    Identities(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.IDENTITIES).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** The organisation's own id; between topics nothing is ordered, so it may have to be waited for a little. */
    String of(UUID account, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!organisationIds.containsKey(account) && System.nanoTime() < deadline)
            consumer.poll(Duration.ofMillis(200)).forEach(this::take);
        return organisationIds.getOrDefault(account, "unknown");
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            organisationIds.remove(UUID.fromString(new String(record.key(), StandardCharsets.UTF_8)));
            return;
        }
        try {
            if (MessageCodec.decode(record.headers(), record.value()).message() instanceof Identity identity)
                organisationIds.put(identity.accountId(), identity.organisationId());
        } catch (Undecodable e) {
            throw new IllegalStateException(record.topic() + "@" + record.offset(), e);
        }
    }
}
