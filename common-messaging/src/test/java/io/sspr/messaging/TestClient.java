package io.sspr.messaging;

import io.sspr.contract.ContractJson;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.MessageType;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.request.CancelReset;
import io.sspr.contract.request.Request;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.seal.Sealer;
import io.sspr.contract.secret.FlowKey;
import io.sspr.contract.secret.Secret;
import io.sspr.messaging.testing.RecordedTopic;
import io.sspr.messaging.testing.RunningKafka;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A front end that knows the contract only. */
final class TestClient implements AutoCloseable {

    static final String FLOW_SECRET = "A".repeat(43);

    final String name;
    final RecordedTopic replies;
    private final Service service;
    private final Sealer sealer;

    TestClient(String name, Service service, KeyMaterial keys) {
        this.name = name;
        this.service = service;
        this.sealer = Sealer.to(keys.keySet(service.principal()).current());
        this.replies = new RecordedTopic(Topics.replies(name));
    }

    Sealed seal(MessageType type, UUID id, @Nullable UUID flow, Secret secret) {
        SealContext context = new SealContext(service.principal(), type.wireName(), id, flow);
        return sealer.seal(ContractJson.write(secret), context, Instant.now());
    }

    CancelReset cancelReset(UUID id, UUID flow) {
        return new CancelReset(flow, seal(MessageType.CANCEL_RESET, id, flow, new FlowKey(FLOW_SECRET)));
    }

    /** Asks to cancel a reset; the id to be answered under. */
    UUID cancel(UUID flow) {
        UUID id = UUID.randomUUID();
        send(record(id, cancelReset(id, flow)));
        return id;
    }

    UUID ask(Function<UUID, Request> request) {
        UUID id = UUID.randomUUID();
        send(record(id, request.apply(id)));
        return id;
    }

    ProducerRecord<byte[], byte[]> record(UUID id, Request request) {
        Envelope<Request> envelope = Envelope.request(id, name, Instant.now(), request);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(Topics.requests(service, name), null, MessageCodec.value(envelope));
        MessageCodec.headers(envelope).forEach((key, value) -> header(record, key, value));
        return record;
    }

    static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    long send(ProducerRecord<byte[], byte[]> record) {
        return RunningKafka.send(record);
    }

    /** The answer to that request, waiting for it. */
    Message answer(UUID request) {
        return replies.awaitMessage(reply -> request.equals(reply.correlationId()))
                .message();
    }

    /** How many answers there are to that request by now. */
    long answers(UUID request) {
        return replies.messages().stream()
                .filter(reply -> request.equals(reply.correlationId()))
                .count();
    }

    @Override
    public void close() {
        replies.close();
    }
}
