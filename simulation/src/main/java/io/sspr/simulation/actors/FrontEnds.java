package io.sspr.simulation.actors;

import io.sspr.contract.ContractJson;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.MessageType;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.Undecodable;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.request.Request;
import io.sspr.contract.seal.Assertion;
import io.sspr.contract.seal.AssertionSigner;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.seal.Sha256;
import io.sspr.contract.secret.ProofEntry;
import io.sspr.contract.secret.Secret;
import io.sspr.simulation.log.SimulatedLog;
import io.sspr.simulation.service.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Writes requests as front ends do, and keeps the replies for whoever asked. */
public final class FrontEnds {

    /** A request as it was written, to be written again by whoever likes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Asked(UUID id, String client, String topic, byte[] key, byte[] value, RecordHeaders headers) {}

    /** Who is signed in, since when. */
    public record SignedInAs(UUID accountId, Instant since, List<String> amr) {}

    private final SimulatedLog log;
    private final Keys keys;
    private final Clock clock;
    private final Map<String, AssertionSigner> signers = new HashMap<>();
    private final Map<UUID, Reply> replies = new HashMap<>();
    private final Map<UUID, String> typed = new HashMap<>();

    /** All of them. */
    public FrontEnds(SimulatedLog log, Keys keys, Clock clock) {
        this.log = log;
        this.keys = keys;
        this.clock = clock;
        for (String client : Keys.CLIENTS) signers.put(client, keys.signer(client));
        log.watch(this::read);
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        if (!record.topic().startsWith("sspr.replies.")) return;
        try {
            Envelope<Message> envelope = MessageCodec.decode(record.headers(), record.value());
            if (envelope.correlationId() != null) replies.put(envelope.correlationId(), (Reply) envelope.message());
        } catch (Undecodable e) {
            throw new IllegalStateException(e);
        }
    }

    /** What came back, if it did. */
    public @Nullable Reply reply(UUID request) {
        return replies.get(request);
    }

    /** Writes a request whose content is sealed to the service that takes it. */
    public Asked ask(
            String client,
            MessageType type,
            @Nullable UUID flow,
            @Nullable SignedInAs person,
            Secret content,
            Function<Sealed, Request> request) {
        return ask(UUID.randomUUID(), client, type, flow, person, content, request);
    }

    /** The same under an id that may have been used. */
    public Asked ask(
            UUID id,
            String client,
            MessageType type,
            @Nullable UUID flow,
            @Nullable SignedInAs person,
            Secret content,
            Function<Sealed, Request> request) {
        // Of two requests under one id nobody can say which was looked at.
        if (content instanceof ProofEntry entry && typed.put(id, entry.proof()) != null) typed.put(id, "");
        Service service = type.receiver();
        SealContext context = new SealContext(service.principal(), type.wireName(), id, flow);
        Sealed sealed = keys.sealer(service).seal(ContractJson.write(content), context, clock.instant());
        Envelope<Request> envelope = Envelope.request(id, client, clock.instant(), request.apply(sealed));
        byte[] value = MessageCodec.value(envelope);
        RecordHeaders headers = new RecordHeaders();
        MessageCodec.headers(envelope).forEach((name, text) -> headers.add(name, utf8(text)));
        if (person != null) headers.add("assertion", utf8(vouch(client, person, type, id, value)));
        Asked asked = new Asked(
                id,
                client,
                Topics.requests(service, client),
                utf8(String.valueOf(flow == null ? id : flow)),
                value,
                headers);
        again(asked);
        return asked;
    }

    /** The proof that was typed in a request, if it is known. */
    public @Nullable String typed(UUID request) {
        String proof = typed.get(request);
        return proof == null || proof.isEmpty() ? null : proof;
    }

    /** Writes the same record once more. */
    public void again(Asked asked) {
        log.append(asked.topic(), asked.key(), asked.value(), asked.headers());
    }

    private String vouch(String client, SignedInAs person, MessageType type, UUID id, byte[] value) {
        AssertionSigner signer = signers.get(client);
        if (signer == null) throw new IllegalStateException("no signer for " + client);
        return signer.sign(new Assertion(
                client,
                person.accountId(),
                type.receiver().principal(),
                type.wireName(),
                id,
                Sha256.of(value),
                clock.instant(),
                person.since(),
                person.amr()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
