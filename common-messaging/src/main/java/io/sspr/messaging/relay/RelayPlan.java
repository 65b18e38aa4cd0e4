package io.sspr.messaging.relay;

import java.time.Duration;
import java.util.Map;

/**
 * What a relay works with.
 *
 * @param transactionalId Kafka's name for all instances of it, of which only the newest can commit
 * @param checkpoints compacted topic of one partition that holds its checkpoints
 * @param producer settings of the producer, with that transactional id
 * @param reader settings of a consumer without a group
 * @param batch most rows of one Kafka transaction
 * @param lease how long a relay that fell silent keeps others from taking over
 */
public record RelayPlan(
        String transactionalId,
        String checkpoints,
        Map<String, Object> producer,
        Map<String, Object> reader,
        int batch,
        Duration lease) {}
