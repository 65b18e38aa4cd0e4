package io.sspr.demo;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.Undecodable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a client's replies from now on and the services' keys from the beginning, on one thread of its own. */
final class ReplyReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReplyReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final String replies;
    private final Map<String, Service> keyTopics =
            Map.of(Topics.keys(Service.REGISTRATION), Service.REGISTRATION, Topics.keys(Service.RESET), Service.RESET);
    private final Answers answers;
    private final KeySets keySets;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread;

    /** Returns when every reply from now on will be seen and the keys published so far are read. */
    ReplyReader(FrontEndSettings settings, Answers answers, KeySets keySets) {
        this.replies = Topics.replies(settings.client());
        this.answers = answers;
        this.keySets = keySets;
        this.consumer = Connection.consumer(settings.bootstrap());
        this.thread = new Thread(this::readOn, "replies-" + settings.client());
        thread.setDaemon(true);
        boolean ready = false;
        try {
            begin(settings.patience());
            ready = true;
        } finally {
            if (!ready) consumer.close();
        }
    }

    void start() {
        thread.start();
    }

    private void begin(Duration patience) {
        List<TopicPartition> keys = new ArrayList<>();
        for (String topic : keyTopics.keySet()) keys.addAll(Connection.partitions(consumer, topic));
        List<TopicPartition> all = new ArrayList<>(Connection.partitions(consumer, replies));
        List<TopicPartition> ofReplies = List.copyOf(all);
        all.addAll(keys);
        consumer.assign(all);
        consumer.seekToEnd(ofReplies);
        consumer.seekToBeginning(keys);
        // Seeking is lazy: without this a reply could be quicker than the look for the end.
        ofReplies.forEach(consumer::position);
        Map<TopicPartition, Long> ends = consumer.endOffsets(keys);
        long deadline = System.nanoTime() + patience.toNanos();
        while (keys.stream().anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))
                && System.nanoTime() < deadline) consumer.poll(POLL).forEach(this::take);
    }

    private void readOn() {
        try (consumer) {
            while (true) consumer.poll(POLL).forEach(this::take);
        } catch (WakeupException e) {
            answers.stop(new IllegalStateException("the front end was closed", e));
        } catch (KafkaException e) {
            LOG.error("Replies on {} are read no more", replies, e);
            answers.stop(e);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            Envelope<Message> envelope = MessageCodec.decode(record.headers(), record.value());
            Service service = keyTopics.get(record.topic());
            if (service == null) answers.received(envelope);
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
