package io.sspr.client;

import io.sspr.contract.ContractJson;
import io.sspr.contract.Envelope;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.MessageType;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.request.Request;
import io.sspr.contract.seal.Assertion;
import io.sspr.contract.seal.AssertionSigner;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.seal.Sha256;
import io.sspr.contract.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Seals, vouches for people and writes a client's requests; for any number of threads. */
public final class RequestWriter implements AutoCloseable {

    private final FrontEndSettings settings;
    private final KeySets keySets;
    private final Clock clock;
    private final KafkaProducer<byte[], byte[]> producer;

    /** Connects when the first request is written. */
    public RequestWriter(FrontEndSettings settings, KeySets keySets, Clock clock) {
        this.settings = settings;
        this.keySets = keySets;
        this.clock = clock;
        this.producer = Connection.producer(settings.bootstrap(), settings.patience());
    }

    /** The seal of that request of ours; waits for the service's keys. */
    public Sealed seal(MessageType type, UUID id, @Nullable UUID flow, Secret content) {
        Service service = type.receiver();
        return seal(service, new SealContext(service.principal(), type.wireName(), id, flow), content);
    }

    /** Seals content of a request for a service, for requests that are made by hand. */
    public Sealed seal(Service service, SealContext context, Secret content) {
        return keySets.sealer(service, settings.patience()).seal(ContractJson.write(content), context, clock.instant());
    }

    /**
     * Writes a request, with our word on who is signed in where it needs a person. Writing the same request under the same
     * id again has no second effect.
     *
     * @return completes when Kafka has it, exceptionally if it never will
     */
    public CompletableFuture<Void> write(UUID id, @Nullable UUID flow, Request request, @Nullable Person person) {
        Envelope<Request> envelope = Envelope.request(id, settings.client(), clock.instant(), request);
        Map<String, String> headers = MessageCodec.headers(envelope);
        byte[] value = MessageCodec.value(envelope);
        MessageType type = MessageType.of(request);
        if (person != null) headers.put("assertion", assertion(person, type, id, value));
        return write(type.receiver(), flow == null ? id : flow, headers, value);
    }

    /** Writes a record as it is, good or bad, to this client's requests of a service. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback tells
    public CompletableFuture<Void> write(
            Service service, UUID key, Map<String, String> headers, byte @Nullable [] value) {
        RecordHeaders recordHeaders = new RecordHeaders();
        headers.forEach((name, text) -> recordHeaders.add(name, utf8(text)));
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topics.requests(service, settings.client()), null, utf8(key.toString()), value, recordHeaders);
        CompletableFuture<Void> written = new CompletableFuture<>();
        try {
            producer.send(record, (metadata, fault) -> {
                if (fault == null) written.complete(null);
                else written.completeExceptionally(fault);
            });
        } catch (KafkaException e) {
            written.completeExceptionally(e);
        }
        return written;
    }

    /** The header {@code assertion} of a request; throws IllegalStateException without a signer. */
    public String assertion(Person person, MessageType type, UUID request, byte[] value) {
        AssertionSigner signer = settings.signer();
        if (signer == null)
            throw new IllegalStateException(settings.client() + " has no key to vouch for a person with");
        return signer.sign(new Assertion(
                settings.client(),
                person.accountId(),
                type.receiver().principal(),
                type.wireName(),
                request,
                Sha256.of(value),
                clock.instant(),
                person.signedInAt(),
                person.amr()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
