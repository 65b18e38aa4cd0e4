package io.sspr.simulation.check;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageType;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.Event;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.request.Request;
import io.sspr.simulation.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** G1: each request gets its one final reply, and has no effect after its last-useful age. */
public final class Answers implements Rule {

    private static final String G1 = "G1";
    private static final Duration OFF = Duration.ofSeconds(3);

    private record Key(String client, UUID id) {}

    private static final class Asked {
        final MessageType type;
        final Set<Integer> contents = new HashSet<>();
        int records;
        Instant latest = Instant.EPOCH;
        int answers;
        int reused;

        Asked(MessageType type) {
            this.type = type;
        }
    }

    private final Map<Key, Asked> asked = new HashMap<>();
    private final Map<UUID, Asked> byId = new HashMap<>();

    /** Something is on the log. */
    public void written(ConsumerRecord<byte[], byte[]> record, Envelope<Message> envelope) {
        if (envelope.message() instanceof Request) {
            String client = record.topic().substring(record.topic().lastIndexOf('.') + 1);
            Asked request = asked.computeIfAbsent(new Key(client, envelope.id()), none -> new Asked(envelope.type()));
            byId.put(envelope.id(), request);
            request.records++;
            request.contents.add(Arrays.hashCode(record.value()));
            request.latest = Instant.ofEpochMilli(record.timestamp());
        } else if (record.topic().startsWith("sspr.replies.")) {
            answered(record.topic().substring("sspr.replies.".length()), envelope);
        }
    }

    private void answered(String client, Envelope<Message> envelope) {
        UUID id = envelope.correlationId();
        Asked request = id == null ? null : asked.get(new Key(client, id));
        if (id == null || request == null) throw new Violation(G1, "a reply to nothing: " + envelope.message());
        boolean reuse =
                envelope.message() instanceof RequestRefused refused && refused.reason() == Refusal.REQUEST_ID_REUSED;
        if (reuse) request.reused++;
        else request.answers++;
        if (request.answers > 1)
            throw new Violation(G1, "a second reply to " + request.type + " " + id + ": " + envelope.message());
        if (request.reused >= request.records || (request.reused > 0 && request.contents.size() == 1))
            throw new Violation(G1, "too many words of reuse to " + request.type + " " + id);
    }

    @Override
    public void committed(Facts facts) {
        if (!(facts.envelope().message() instanceof Event)) return;
        UUID cause = facts.envelope().causationId();
        Asked request = cause == null ? null : byId.get(cause);
        if (request == null) return;
        Duration useful = request.type.usefulFor().orElse(null);
        if (useful != null && facts.at().isAfter(request.latest.plus(useful).plus(OFF)))
            throw new Violation(
                    G1, request.type + " " + cause + " has an effect after its last-useful age: " + facts.envelope());
    }

    @Override
    public void atRest() {
        asked.forEach((key, request) -> {
            if (request.answers == 0) throw new Violation(G1, "no reply to " + request.type + " " + key.id());
        });
        // All is said of them; only whoever writes them again needs them.
    }

    /** How many there were. */
    public int seen() {
        return asked.size();
    }
}
