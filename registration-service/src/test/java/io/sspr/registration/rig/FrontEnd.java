package io.sspr.registration.rig;

import io.sspr.contract.ContractJson;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.MessageType;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.internal.StartVerification;
import io.sspr.contract.request.Request;
import io.sspr.contract.seal.Assertion;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.seal.Sealer;
import io.sspr.contract.seal.Sha256;
import io.sspr.contract.secret.Secret;
import io.sspr.messaging.testing.RecordedTopic;
import io.sspr.messaging.testing.RunningKafka;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A front end on Kafka that knows the contract only; and the reset service, as far as it is needed. */
public final class FrontEnd implements AutoCloseable {

    private static final String SERVICE = Service.REGISTRATION.principal();

    private final KeyMaterial keys = TestKeys.material();
    private final Sealer sealer = Sealer.to(keys.keySet(SERVICE).current());
    private final Map<UUID, Instant> signIns = new ConcurrentHashMap<>();
    private final RecordedTopic replies = new RecordedTopic(Topics.replies(TestKeys.PORTAL));

    /** Sends a request, made with its content sealed; the id that it is answered under. */
    public UUID ask(MessageType type, @Nullable UUID flow, Secret secret, Function<Sealed, Request> request) {
        return ask(type, flow, secret, request, null);
    }

    /** The same for a person who is signed in. */
    public UUID ask(
            MessageType type,
            @Nullable UUID flow,
            Secret secret,
            Function<Sealed, Request> request,
            @Nullable UUID person) {
        UUID id = UUID.randomUUID();
        Instant now = Instant.now();
        SealContext context = new SealContext(SERVICE, type.wireName(), id, flow);
        Sealed sealed = sealer.seal(ContractJson.write(secret), context, now);
        Envelope<Message> envelope = Envelope.request(id, TestKeys.PORTAL, now, request.apply(sealed));
        ProducerRecord<byte[], byte[]> record =
                record(Topics.requests(Service.REGISTRATION, TestKeys.PORTAL), envelope);
        if (person != null) header(record, "assertion", assertion(type, person, id, record.value(), now));
        RunningKafka.send(record);
        return id;
    }

    /** Tells the registration service to start a verification, as the answer to a request of that id. */
    public void start(UUID request, StartVerification message) {
        Envelope<Message> envelope = new Envelope<>(
                UUID.randomUUID(),
                Service.RESET.principal(),
                Instant.now(),
                message.accountId().toString(),
                message.resetId(),
                null,
                request,
                request,
                null,
                message);
        RunningKafka.send(record(Topics.internal(Service.REGISTRATION), envelope));
    }

    /** The answer to that request, waiting for it. */
    public <R extends Message> R answer(UUID request, Class<R> type) {
        return type.cast(RecordedTopic.decode(answer(request)).message());
    }

    /** The answer as it is on the topic. */
    public ConsumerRecord<byte[], byte[]> answer(UUID request) {
        return replies.await(
                record -> request.equals(RecordedTopic.decode(record).correlationId()));
    }

    /** All answers to that request until now. */
    public List<Envelope<Message>> answers(UUID request) {
        return replies.messages().stream()
                .filter(reply -> request.equals(reply.correlationId()))
                .toList();
    }

    @Override
    public void close() {
        replies.close();
    }

    private String assertion(MessageType type, UUID person, UUID id, byte[] value, Instant now) {
        Assertion assertion = new Assertion(
                TestKeys.PORTAL,
                person,
                SERVICE,
                type.wireName(),
                id,
                Sha256.of(value),
                now,
                signIns.computeIfAbsent(person, signingIn -> now),
                List.of("pwd"));
        return keys.assertionSigner(TestKeys.PORTAL).sign(assertion);
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, Envelope<Message> envelope) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, null, MessageCodec.value(envelope));
        MessageCodec.headers(envelope).forEach((name, value) -> header(record, name, value));
        return record;
    }

    private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
