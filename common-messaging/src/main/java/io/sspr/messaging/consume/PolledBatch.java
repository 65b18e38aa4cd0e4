package io.sspr.messaging.consume;

import io.sspr.messaging.consume.Positions.Step;
import io.sspr.messaging.handle.Claim;
import io.sspr.messaging.handle.Claims;
import io.sspr.messaging.handle.ParkedRequest;
import io.sspr.messaging.wire.RawRecord;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What one poll brought and is still to be handled; the right to it is to move the positions of its partitions. */
final class PolledBatch implements Claims {

    private final Positions positions;
    private final Assigned assigned;
    private final List<RawRecord> records = new ArrayList<>();
    /** Where the consumer is now, which may be behind empty offsets after the last record. */
    private final Map<TopicPartition, Long> ends = new LinkedHashMap<>();

    PolledBatch(
            Positions positions,
            Assigned assigned,
            Consumer<?, ?> consumer,
            List<ConsumerRecord<byte[], byte[]>> polled) {
        this.positions = positions;
        this.assigned = assigned;
        for (ConsumerRecord<byte[], byte[]> record : polled) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            Long position = assigned.position(partition);
            if (position == null || record.offset() < position) continue;
            records.add(RawRecord.of(record));
            ends.computeIfAbsent(partition, consumer::position);
        }
    }

    List<RawRecord> records() {
        return records;
    }

    @Override
    public Claim on(int from, int to) {
        Map<TopicPartition, Long> until = new LinkedHashMap<>();
        for (RawRecord record : records.subList(from, to)) until.put(partition(record), record.offset() + 1);
        Set<TopicPartition> unfinished = new HashSet<>();
        for (RawRecord later : records.subList(to, records.size())) unfinished.add(partition(later));
        until.replaceAll((partition, next) ->
                unfinished.contains(partition) ? next : Math.max(next, ends.getOrDefault(partition, 0L)));
        return new PositionClaim(to - from, until);
    }

    private static TopicPartition partition(RawRecord record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private final class PositionClaim implements Claim {

        private final int size;
        private final Map<TopicPartition, Long> until;

        PositionClaim(int size, Map<TopicPartition, Long> until) {
            this.size = size;
            this.until = until;
        }

        @Override
        public BitSet take() {
            List<Step> steps = new ArrayList<>();
            until.forEach((partition, to) -> {
                Long from = assigned.position(partition);
                if (from == null) throw new PositionsMoved();
                steps.add(new Step(partition, from, to));
            });
            if (!positions.advance(steps)) throw new PositionsMoved();
            BitSet all = new BitSet();
            all.set(0, size);
            return all;
        }

        @Override
        public boolean isFirstSight() {
            return true;
        }

        @Override
        public @Nullable ParkedRequest parked(int index) {
            return null;
        }

        @Override
        public void committed() {
            until.forEach(assigned::read);
        }
    }
}
