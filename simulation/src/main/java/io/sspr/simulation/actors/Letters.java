package io.sspr.simulation.actors;

import io.sspr.contract.ContractJson;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.Undecodable;
import io.sspr.contract.internal.DeliverCode;
import io.sspr.contract.seal.CannotOpen;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.secret.CodeLetter;
import io.sspr.simulation.log.SimulatedLog;
import io.sspr.simulation.service.Keys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What came to addresses: every code that was to be delivered, in order; whoever reads may look at an older one. */
public final class Letters {

    private final Keys keys;
    private final Map<String, List<String>> codes = new HashMap<>();

    /** Nothing yet. */
    public Letters(SimulatedLog log, Keys keys) {
        this.keys = keys;
        log.watch(this::read);
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        if (!record.topic().equals(Topics.internal(Service.NOTIFICATION))) return;
        try {
            Envelope<Message> envelope = MessageCodec.decode(record.headers(), record.value());
            if (!(envelope.message() instanceof DeliverCode deliver)) return;
            SealContext context = new SealContext(
                    Service.NOTIFICATION.principal(), envelope.type().wireName(), envelope.id(), null);
            CodeLetter letter = ContractJson.read(
                    keys.opener(Service.NOTIFICATION).open(deliver.sealed(), context), CodeLetter.class);
            if (letter.address() != null)
                codes.computeIfAbsent(letter.address(), none -> new ArrayList<>())
                        .add(letter.code());
        } catch (Undecodable | CannotOpen e) {
            throw new IllegalStateException(e);
        }
    }

    /** The codes that came to an address, the oldest first. */
    public List<String> at(String address) {
        return codes.getOrDefault(address, List.of());
    }
}
