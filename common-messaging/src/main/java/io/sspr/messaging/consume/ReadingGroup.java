package io.sspr.messaging.consume;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.ContainerProperties.AssignmentCommitOption;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/** This instance's member of one consumer group, which is used for nothing but to share out the partitions. */
final class ReadingGroup {

    private static final long IDLE_MILLIS = 200;
    private static final double LONGEST_SILENCE = 7;
    private static final double LONGEST_BATCH = 60;
    private static final Duration AUTHORIZATION_RETRY = Duration.ofSeconds(5);

    private final KafkaMessageListenerContainer<byte[], byte[]> container;
    private final TopicReader reader;
    private final Patience patience;
    private boolean started;

    ReadingGroup(
            String name,
            List<String> topics,
            Map<String, Object> settings,
            TopicReader reader,
            Patience patience,
            MeterRegistry registry) {
        this.reader = reader;
        this.patience = patience;
        DefaultKafkaConsumerFactory<byte[], byte[]> consumers =
                new DefaultKafkaConsumerFactory<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumers.addListener(new MicrometerConsumerListener<>(registry));
        ContainerProperties properties = new ContainerProperties(topics.toArray(String[]::new));
        properties.setMessageListener(reader);
        properties.setConsumerRebalanceListener(reader);
        // Nothing is ever acknowledged to Kafka.
        properties.setAckMode(AckMode.MANUAL);
        properties.setAssignmentCommitOption(AssignmentCommitOption.NEVER);
        properties.setPollTimeout(IDLE_MILLIS);
        properties.setIdleEventInterval(IDLE_MILLIS);
        properties.setAuthExceptionRetryInterval(AUTHORIZATION_RETRY);
        properties.setMissingTopicsFatal(false);
        container = new KafkaMessageListenerContainer<>(consumers, properties);
        container.setBeanName(name);
        container.setCommonErrorHandler(new RetryForEver(reader));
        container.setApplicationEventPublisher(event -> {
            if (event instanceof ListenerContainerIdleEvent idle && idle.getConsumer() != null)
                reader.onIdle(idle.getConsumer());
        });
    }

    void start() {
        started = true;
        container.start();
    }

    /** Returns at once; counts down when the batch at hand is done. */
    void stop(CountDownLatch stopped) {
        started = false;
        patience.end();
        container.stop(stopped::countDown);
    }

    ReaderStatus status() {
        boolean running = !started || (container.isRunning() && container.isInExpectedState());
        String trouble = patience.trouble();
        if (trouble == null && started && running) trouble = silence();
        return new ReaderStatus(running, trouble, reader.assigned().lost());
    }

    /** A consumer never complains when its broker is gone or its own thread hangs; only its metrics tell. */
    private @Nullable String silence() {
        if (!reader.isJoined()) return "It has not joined its group yet.";
        double heartbeat = secondsSince("last-heartbeat-seconds-ago");
        if (heartbeat > LONGEST_SILENCE)
            return "It has not heard from its group's broker for " + (long) heartbeat + " s.";
        double poll = secondsSince("last-poll-seconds-ago");
        return poll > LONGEST_BATCH ? "It has not read for " + (long) poll + " s." : null;
    }

    private double secondsSince(String metric) {
        return container.metrics().values().stream()
                .flatMap(metrics -> metrics.entrySet().stream())
                .filter(entry -> entry.getKey().name().equals(metric))
                .map(entry -> entry.getValue().metricValue())
                .filter(Double.class::isInstance)
                .mapToDouble(Double.class::cast)
                .max()
                .orElse(-1);
    }
}
