package io.sspr.example.subscriber;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.Topics;
import io.sspr.contract.Undecodable;
import io.sspr.contract.event.PasswordChanged;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Prints each password change with the organisation's own id; ends with code 1 when the log has a gap. */
public final class Subscriber {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KeySequences sequences = new KeySequences();
    private final Identities identities;
    private final PrintStream out;

    private Subscriber(Identities identities, PrintStream out) {
        this.identities = identities;
        this.out = out;
    }

    /** Reads until it is stopped; {@code SSPR_BOOTSTRAP} says where Kafka is. */
    public static void main(String[] arguments) {
        String bootstrap = System.getenv().getOrDefault("SSPR_BOOTSTRAP", "127.0.0.1:19092");
        try (KafkaConsumer<byte[], byte[]> events = consumer(bootstrap, "subscriber");
                KafkaConsumer<byte[], byte[]> states = consumer(bootstrap, "subscriber-identities")) {
            Subscriber subscriber = new Subscriber(new Identities(states), System.out);
            events.subscribe(List.of(Topics.PASSWORD_EVENTS));
            while (true) {
                events.poll(Duration.ofSeconds(1)).forEach(subscriber::take);
                // Only now: what was not acted upon is read again after a crash.
                events.commitSync();
            }
        } catch (Gap e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            Envelope<Message> envelope = MessageCodec.decode(record.headers(), record.value());
            // What this program does not know yet is not for it.
            if (!(envelope.message() instanceof PasswordChanged changed) || envelope.keySequence() == null) return;
            if (!sequences.isNew(changed.accountId().toString(), envelope.keySequence())) return;
            out.println(changed.changedAt() + "  " + identities.of(changed.accountId(), PATIENCE) + "  version "
                    + changed.version() + "  " + changed.cause() + "  sessions before "
                    + changed.sessionsInvalidBefore() + " are void");
        } catch (Undecodable e) {
            throw new IllegalStateException(record.topic() + "@" + record.offset(), e);
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrap, String group) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrap,
                "group.id",
                group,
                // Without this a reader also sees what was never committed.
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
