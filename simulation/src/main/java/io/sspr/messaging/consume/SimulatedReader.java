package io.sspr.messaging.consume;

import io.sspr.messaging.handle.BatchProcessor;
import io.sspr.simulation.log.SimulatedLog;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A service's own reader of topics, without its thread, over a simulated log; each instance has all partitions. */
public final class SimulatedReader {

    private final SimulatedLog log;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> at = new HashMap<>();
    private final TopicReader reader;
    private final Consumer<?, ?> consumer;

    /** Reads these topics, but not before the copies have been read as far as they go now. */
    public SimulatedReader(
            String group,
            JdbcTemplate jdbc,
            BatchProcessor processor,
            SimulatedLog log,
            List<String> topics,
            List<String> copies) {
        this.log = log;
        this.partitions = log.partitions(topics);
        Positions positions = new Positions(jdbc);
        reader = new TopicReader(
                positions, new CopiesBarrier(positions, log.partitions(copies)), processor, new Patience(group));
        consumer = (Consumer<?, ?>) Proxy.newProxyInstance(
                SimulatedReader.class.getClassLoader(),
                new Class<?>[] {Consumer.class},
                (self, method, arguments) -> called(method.getName(), arguments));
        reader.onPartitionsAssigned(consumer, partitions);
    }

    private @Nullable Object called(String name, Object @Nullable [] arguments) {
        Object first = arguments == null || arguments.length == 0 ? "" : arguments[0];
        return switch (name) {
            case "assignment" -> Set.copyOf(partitions);
            case "position" -> at.getOrDefault((TopicPartition) first, 0L);
            case "beginningOffsets" -> offsets(first, partition -> 0L);
            case "endOffsets" -> offsets(first, log::end);
            case "seek" -> {
                at.put((TopicPartition) first, arguments == null ? 0L : (Long) arguments[1]);
                yield null;
            }
            case "pause", "resume" -> null;
            default -> throw new UnsupportedOperationException("The simulation has no Consumer." + name);
        };
    }

    private static Map<TopicPartition, Long> offsets(Object partitions, Function<TopicPartition, Long> offset) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (Object partition : (Collection<?>) partitions)
            offsets.put((TopicPartition) partition, offset.apply((TopicPartition) partition));
        return offsets;
    }

    /** Whether there is anything that was not polled yet. */
    public boolean isBehind() {
        return partitions.stream().anyMatch(partition -> at.getOrDefault(partition, 0L) < log.end(partition));
    }

    /** Polls one or two partitions and handles what they hold, a few records at most. */
    public void poll(Random random, int most) {
        List<TopicPartition> behind = new ArrayList<>();
        for (TopicPartition partition : partitions)
            if (at.getOrDefault(partition, 0L) < log.end(partition)) behind.add(partition);
        if (behind.isEmpty()) return;
        List<ConsumerRecord<byte[], byte[]>> polled = new ArrayList<>();
        for (int i = 0; i < 2 && !behind.isEmpty(); i++)
            polled.addAll(polled(behind.remove(random.nextInt(behind.size())), 1 + random.nextInt(most)));
        handle(polled);
    }

    private List<ConsumerRecord<byte[], byte[]>> polled(TopicPartition partition, int most) {
        List<ConsumerRecord<byte[], byte[]>> some = log.read(partition, at.getOrDefault(partition, 0L), most);
        at.put(
                partition,
                some.size() < most
                        ? log.end(partition)
                        : some.get(some.size() - 1).offset() + 1);
        return some;
    }

    @SuppressWarnings("unchecked")
    private void handle(List<ConsumerRecord<byte[], byte[]>> polled) {
        try {
            if (polled.isEmpty()) reader.onIdle(consumer);
            else reader.onMessage(polled, (Consumer<byte[], byte[]>) consumer);
        } catch (CopiesBehind e) {
            reader.assigned().rewind(consumer);
        } catch (PositionsMoved e) {
            reader.recover(consumer, e);
        }
    }
}
