package io.sspr.console;

import io.sspr.contract.Envelope;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.Topics;
import io.sspr.contract.state.Account;
import io.sspr.contract.state.Group;
import io.sspr.contract.state.Method;
import io.sspr.contract.state.Policy;
import io.sspr.contract.state.State;
import io.sspr.messaging.testing.RunningKafka;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes facts as registration-service does: in transactions, by key. */
final class StateWriter implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", RunningKafka.servers(), "transactional.id", "registration-service"),
            new StringSerializer(),
            new ByteArraySerializer());

    StateWriter() {
        producer.initTransactions();
        producer.beginTransaction();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the transaction tells
    void write(State state) {
        Envelope<State> envelope = new Envelope<>(
                UUID.randomUUID(),
                "registration-service",
                Instant.parse("2026-11-24T12:00:00Z"),
                state.key(),
                null,
                null,
                null,
                null,
                null,
                state);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic(state), state.key(), MessageCodec.value(envelope));
        MessageCodec.headers(envelope)
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the transaction tells
    void delete(State state) {
        producer.send(new ProducerRecord<>(topic(state), state.key(), null));
    }

    void commit() {
        producer.commitTransaction();
        producer.beginTransaction();
    }

    void abort() {
        producer.abortTransaction();
        producer.beginTransaction();
    }

    @Override
    public void close() {
        producer.abortTransaction();
        producer.close();
    }

    private static String topic(State state) {
        if (state instanceof Account) return Topics.ACCOUNTS;
        if (state instanceof Method) return Topics.METHODS;
        if (state instanceof Group) return Topics.GROUPS;
        if (state instanceof Policy) return Topics.POLICY;
        throw new IllegalArgumentException(state.toString());
    }
}
