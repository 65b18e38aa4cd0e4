package io.sspr.simulation.check;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.event.Event;
import io.sspr.simulation.Violation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** G2: what was committed is on the log, each once, numbered without a gap; and nothing else is. */
public final class Published implements Rule {

    private static final String G2 = "G2";

    private record Key(String topic, UUID subject) {}

    private final Set<UUID> awaited = new LinkedHashSet<>();
    private final Set<UUID> there = new HashSet<>();
    private final Map<Key, Long> numbers = new HashMap<>();

    @Override
    public void committed(Facts facts) {
        if (!awaited.add(facts.envelope().id()))
            throw new Violation(G2, "two messages have one id: " + facts.envelope());
    }

    /** Something that services say is on the log. */
    public void written(ConsumerRecord<byte[], byte[]> record, Envelope<Message> envelope) {
        if (!there.add(envelope.id())) throw new Violation(G2, "twice on the log: " + envelope);
        if (!awaited.remove(envelope.id())) throw new Violation(G2, "nobody committed this: " + envelope);
        if (!(envelope.message() instanceof Event event)) return;
        Key key = new Key(record.topic(), event.subject());
        long before = numbers.getOrDefault(key, 0L);
        Long number = envelope.keySequence();
        if (number == null || number != before + 1)
            throw new Violation(G2, number + " follows " + before + " of " + key);
        numbers.put(key, number);
    }

    @Override
    public void atRest() {
        if (!awaited.isEmpty()) throw new Violation(G2, awaited.size() + " messages never came to the log: " + awaited);
    }
}
