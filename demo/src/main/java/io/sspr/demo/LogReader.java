package io.sspr.demo;

import io.sspr.client.Connection;
import io.sspr.contract.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows every committed record of some topics to somebody, on one thread of its own. */
public final class LogReader implements AutoCloseable {

    /** Where to begin. */
    public enum Begin {
        /** With the oldest record there is. */
        OLDEST,
        /** With the first that comes from now on. */
        NOW
    }

    /** All topics of ours but the relays' own marks. */
    public static final Predicate<String> MESSAGES =
            topic -> topic.startsWith("sspr.") && !topic.startsWith("sspr.checkpoint.");

    /** What enterprise systems read. */
    public static final Predicate<String> PASSWORD_EVENTS = Topics.PASSWORD_EVENTS::equals;

    private static final Logger LOG = LoggerFactory.getLogger(LogReader.class);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Consumer<ConsumerRecord<byte[], byte[]>> reader;
    private final Thread thread = new Thread(this::readOn, "log-reader");

    private LogReader(String bootstrap, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        this.consumer = Connection.consumer(bootstrap);
        this.reader = reader;
        thread.setDaemon(true);
    }

    /** Returns when its place is fixed: whatever is committed after that is shown. */
    public static LogReader start(
            String bootstrap, Predicate<String> topics, Begin begin, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        LogReader log = new LogReader(bootstrap, reader);
        boolean ready = false;
        try {
            log.assign(topics, begin);
            ready = true;
        } finally {
            if (!ready) log.consumer.close();
        }
        log.thread.start();
        return log;
    }

    private void assign(Predicate<String> topics, Begin begin) {
        List<TopicPartition> partitions = consumer.listTopics().values().stream()
                .flatMap(List::stream)
                .filter(info -> topics.test(info.topic()))
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        if (begin == Begin.OLDEST) consumer.seekToBeginning(partitions);
        else consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    private void readOn() {
        try (consumer) {
            while (true) {
                List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
                consumer.poll(Duration.ofSeconds(1)).forEach(batch::add);
                // Between topics only causation orders; time makes it pleasant to read.
                batch.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
                batch.forEach(reader);
            }
        } catch (WakeupException e) {
            LOG.debug("The log is read no more", e);
        } catch (KafkaException e) {
            LOG.error("The log cannot be read any more", e);
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
