package io.sspr.client;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.Undecodable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a client's replies and, from the beginning, the services' keys, on one thread of its own. */
public final class ReplyReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReplyReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final String replies;
    private final Map<String, Service> keyTopics =
            Map.of(Topics.keys(Service.REGISTRATION), Service.REGISTRATION, Topics.keys(Service.RESET), Service.RESET);
    private final ReplySink sink;
    private final KeySets keySets;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread;

    /**
     * Returns when every reply from now on will be seen and the keys published so far are read.
     *
     * @param past how old a reply may be that is still wanted, by the broker's time; zero for only those to come
     */
    public ReplyReader(FrontEndSettings settings, ReplySink sink, KeySets keySets, Duration past) {
        this.replies = Topics.replies(settings.client());
        this.sink = sink;
        this.keySets = keySets;
        this.consumer = Connection.consumer(settings.bootstrap());
        this.thread = new Thread(this::readOn, "replies-" + settings.client());
        thread.setDaemon(true);
        boolean ready = false;
        try {
            begin(settings.patience(), past);
            ready = true;
        } finally {
            if (!ready) consumer.close();
        }
    }

    /** Begins to hand on what comes. */
    public void start() {
        thread.start();
    }

    private void begin(Duration patience, Duration past) {
        List<TopicPartition> keys = new ArrayList<>();
        for (String topic : keyTopics.keySet()) keys.addAll(Connection.partitions(consumer, topic));
        List<TopicPartition> all = new ArrayList<>(Connection.partitions(consumer, replies));
        List<TopicPartition> ofReplies = List.copyOf(all);
        all.addAll(keys);
        consumer.assign(all);
        seek(ofReplies, past);
        consumer.seekToBeginning(keys);
        // Seeking is lazy: without this a reply could be quicker than the look for the end.
        ofReplies.forEach(consumer::position);
        Map<TopicPartition, Long> ends = consumer.endOffsets(keys);
        long deadline = System.nanoTime() + patience.toNanos();
        while (keys.stream().anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))
                && System.nanoTime() < deadline) consumer.poll(POLL).forEach(this::take);
    }

    private void seek(List<TopicPartition> partitions, Duration past) {
        consumer.seekToEnd(partitions);
        if (past.isZero()) return;
        long since = System.currentTimeMillis() - past.toMillis();
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, since));
        consumer.offsetsForTimes(times).forEach((partition, found) -> {
            if (found != null) consumer.seek(partition, found.offset());
        });
    }

    private void readOn() {
        try (consumer) {
            while (true) consumer.poll(POLL).forEach(this::take);
        } catch (WakeupException e) {
            sink.stop(new IllegalStateException("the front end was closed", e));
        } catch (KafkaException e) {
            LOG.error("Replies on {} are read no more", replies, e);
            sink.stop(e);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            Envelope<Message> envelope = MessageCodec.decode(record.headers(), record.value());
            Service service = keyTopics.get(record.topic());
            if (service == null) sink.received(envelope);
            else keySets.received(service, envelope);
        } catch (Undecodable e) {
            LOG.warn("{}-{}@{}: {}", record.topic(), record.partition(), record.offset(), e.getMessage());
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
