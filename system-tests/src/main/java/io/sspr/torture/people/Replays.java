package io.sspr.torture.people;

import io.sspr.client.Connection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes requests that were answered once more to where they came from: mostly the same bytes, now and then with the content
 * of another one of the same type under the old id. One thread reads, sends and forgets.
 */
final class Replays implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int KEPT = 500;
    private static final int CHANGED_EACH = 4;

    private final String bootstrap;
    private final SplittableRandom random;
    private final Map<String, ConsumerRecord<byte[], byte[]>> unanswered = new HashMap<>();
    private final Set<String> answeredFirst = new HashSet<>();
    private final List<ConsumerRecord<byte[], byte[]>> answered = new ArrayList<>();
    private final AtomicInteger same = new AtomicInteger();
    private final AtomicInteger changed = new AtomicInteger();
    private final Thread thread = new Thread(this::run, "replays");
    private volatile boolean over;

    Replays(String bootstrap, long seed) {
        this.bootstrap = bootstrap;
        this.random = new SplittableRandom(seed);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** How many were sent with the same bytes. */
    int same() {
        return same.get();
    }

    /** How many were sent with other content. */
    int changed() {
        return changed.get();
    }

    private void run() {
        try (KafkaConsumer<byte[], byte[]> consumer = Connection.consumer(bootstrap);
                KafkaProducer<byte[], byte[]> producer = Connection.producer(bootstrap, PATIENCE)) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(info -> info.topic().matches("sspr[.](reset|registration)[.]requests[.][a-z]+")
                            || info.topic().startsWith("sspr.replies."))
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            long next = System.nanoTime();
            while (!over) {
                consumer.poll(LOOK).forEach(this::take);
                // What was sent again is read here too, and is no reason to send more.
                if (answered.isEmpty() || over || System.nanoTime() < next) continue;
                send(producer);
                next = System.nanoTime() + LOOK.toNanos();
            }
        } catch (KafkaException e) {
            LOG.error("No more replays", e);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().startsWith("sspr.replies.")) {
            String request = text(record.headers().lastHeader("ce_correlationid"));
            ConsumerRecord<byte[], byte[]> known = unanswered.remove(request);
            if (known != null) keep(known);
            else answeredFirst.add(request);
            return;
        }
        String id = text(record.headers().lastHeader("ce_id"));
        if (answeredFirst.remove(id)) keep(record);
        else unanswered.put(id, record);
    }

    private void keep(ConsumerRecord<byte[], byte[]> record) {
        if (answered.size() < KEPT) answered.add(record);
        else answered.set(random.nextInt(KEPT), record);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // if it is not taken there is nothing to refuse
    private void send(KafkaProducer<byte[], byte[]> producer) {
        ConsumerRecord<byte[], byte[]> old = answered.get(random.nextInt(answered.size()));
        byte[] value = random.nextInt(CHANGED_EACH) == 0 ? otherContent(old) : null;
        if (value == null) same.incrementAndGet();
        else changed.incrementAndGet();
        producer.send(new ProducerRecord<>(
                old.topic(), old.partition(), old.key(), value == null ? old.value() : value, old.headers()));
    }

    private byte @Nullable [] otherContent(ConsumerRecord<byte[], byte[]> old) {
        String type = text(old.headers().lastHeader("ce_type"));
        for (ConsumerRecord<byte[], byte[]> other : answered)
            if (other != old
                    && text(other.headers().lastHeader("ce_type")).equals(type)
                    && !Arrays.equals(other.value(), old.value())) return other.value();
        return null;
    }

    private static String text(@Nullable Header header) {
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
