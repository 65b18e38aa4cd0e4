package io.sspr.console;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.request.ChangePolicy;
import io.sspr.contract.seal.Assertion;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.state.PublishedKeys;
import io.sspr.messaging.testing.RunningKafka;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Takes one request to change the rules as registration-service must, by the contract, and gives a reply known before. */
final class AnsweringService {

    /** What it was asked, by whom. */
    record Heard(ChangePolicy request, Assertion assertion) {}

    private static final Duration POLL = Duration.ofMillis(100);
    private static final String CONSOLE = "console";

    private final KeyMaterial keys;
    private final KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
            Map.of("bootstrap.servers", RunningKafka.servers(), "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    private final CompletableFuture<Heard> heard;

    /** Begins with what is asked from now on. */
    AnsweringService(KeyMaterial keys, Reply reply) {
        this.keys = keys;
        send(Topics.keys(Service.REGISTRATION), envelope(null, new PublishedKeys(keys.signedKeySet(principal()))));
        List<TopicPartition> partitions =
                consumer.partitionsFor(Topics.requests(Service.REGISTRATION, CONSOLE)).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        heard = CompletableFuture.supplyAsync(() -> answer(reply));
    }

    Heard heard() throws InterruptedException, ExecutionException {
        return heard.get();
    }

    private Heard answer(Reply reply) {
        try (consumer) {
            while (true)
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    Envelope<Message> request = MessageCodec.decode(record.headers(), record.value());
                    Heard genuine = genuine(request, record);
                    send(Topics.replies(CONSOLE), envelope(request.id(), reply));
                    return genuine;
                }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Heard genuine(Envelope<Message> envelope, ConsumerRecord<byte[], byte[]> record) throws Exception {
        ChangePolicy request = (ChangePolicy) envelope.message();
        String type = envelope.type().wireName();
        keys.opener(principal()).open(request.sealed(), new SealContext(principal(), type, envelope.id(), null));
        String assertion = new String(record.headers().lastHeader("assertion").value(), StandardCharsets.UTF_8);
        Instant now = Clock.systemUTC().instant();
        return new Heard(
                request,
                keys.assertionVerifier()
                        .verify(assertion, CONSOLE, principal(), type, envelope.id(), record.value(), now));
    }

    private static String principal() {
        return Service.REGISTRATION.principal();
    }

    private static Envelope<Message> envelope(@Nullable UUID request, Message message) {
        return new Envelope<>(
                UUID.randomUUID(),
                principal(),
                Clock.systemUTC().instant(),
                null,
                null,
                null,
                request,
                request,
                null,
                message);
    }

    private static void send(String topic, Envelope<Message> envelope) {
        byte[] key = "keys".getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key, MessageCodec.value(envelope));
        MessageCodec.headers(envelope)
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        RunningKafka.send(record);
    }
}
