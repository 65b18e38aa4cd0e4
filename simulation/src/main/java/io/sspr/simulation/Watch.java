package io.sspr.simulation;

import io.sspr.contract.ContractJson;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.Service;
import io.sspr.contract.Undecodable;
import io.sspr.contract.event.PolicyChanged;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.request.Request;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.wire.HeaderBytes;
import io.sspr.simulation.check.Answers;
import io.sspr.simulation.check.Facts;
import io.sspr.simulation.check.Gates;
import io.sspr.simulation.check.Guesses;
import io.sspr.simulation.check.Once;
import io.sspr.simulation.check.Published;
import io.sspr.simulation.check.Rule;
import io.sspr.simulation.check.Versions;
import io.sspr.simulation.database.MemoryDatabase;
import io.sspr.simulation.service.SimulatedService;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Shows the rules everything that is committed, when it is, and everything that is on the log. */
final class Watch {

    private final Gates gates = new Gates();
    private final Guesses guesses = new Guesses();
    private final Answers answers = new Answers();
    private final Published published = new Published();
    private final Versions versions;
    private final List<Rule> rules;
    private final Map<Service, Long> seen = new EnumMap<>(Service.class);
    private final Map<String, Policy> policies = new HashMap<>();
    private final @Nullable Consumer<String> trace;
    private Policy latest = Presets.safe();

    Watch(World world, @Nullable Consumer<String> trace) {
        this.trace = trace;
        versions = new Versions(world.service(Service.RESET).database());
        rules = List.of(gates, guesses, answers, published, versions, new Once(world.frontEnds()::typed));
        world.log().watch(this::written);
        world.watch(this::committed);
    }

    private void written(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().startsWith("sspr.checkpoint.")) return;
        Envelope<Message> envelope = decoded(record.headers(), record.value());
        if (trace != null && envelope.message() instanceof Request)
            trace.accept(line("asks", record.topic(), envelope));
        answers.written(record, envelope);
        if (!(envelope.message() instanceof Request)) published.written(record, envelope);
    }

    private void committed(SimulatedService service) {
        MemoryDatabase database = service.database();
        for (Map<String, @Nullable Object> row : database.rows("outbox")) {
            long id = (Long) some(row.get("id"));
            if (id <= seen.getOrDefault(service.service(), 0L)) continue;
            seen.put(service.service(), id);
            show(service, row);
        }
        if (service.service() == Service.RESET) versions.compare();
    }

    private void show(SimulatedService service, Map<String, @Nullable Object> row) {
        String topic = (String) some(row.get("topic"));
        Envelope<Message> envelope =
                decoded(HeaderBytes.read((byte[]) some(row.get("headers"))), (byte[]) some(row.get("payload")));
        if (trace != null) trace.accept(line(service.service().shortName(), topic, envelope));
        if (topic.endsWith(".dead"))
            throw new Violation("G7", "nobody here writes what cannot be handled: " + envelope);
        if (envelope.message() instanceof PolicyChanged changed) latest = changed.policy();
        Facts facts = new Facts(service.service(), topic, envelope, policy(service), envelope.time());
        for (Rule rule : rules) rule.committed(facts);
    }

    private static String line(String who, String topic, Envelope<Message> envelope) {
        return envelope.time() + " " + who + " " + topic + " " + envelope.id() + " for " + envelope.correlationId()
                + ": " + envelope.message();
    }

    private static Object some(@Nullable Object value) {
        if (value == null) throw new IllegalStateException("a row of the outbox is not whole");
        return value;
    }

    private static Envelope<Message> decoded(Iterable<Header> headers, byte[] value) {
        try {
            return MessageCodec.decode(headers, value);
        } catch (Undecodable e) {
            throw new Violation("G7", "what is written cannot be read: " + e.getMessage());
        }
    }

    /**
     * Of registration-service the last that it told, for one transaction can hold what was decided before a change and
     * after it; of reset-service its copy.
     */
    private Policy policy(SimulatedService service) {
        if (service.service() == Service.REGISTRATION) return latest;
        List<Map<String, @Nullable Object>> rows = service.database().rows("known_policy");
        if (rows.isEmpty()) return latest;
        return policies.computeIfAbsent((String) some(rows.get(0).get("policy")), Watch::parsed);
    }

    private static Policy parsed(String json) {
        try {
            return ContractJson.read(json.getBytes(StandardCharsets.UTF_8), Policy.class);
        } catch (Undecodable e) {
            throw new IllegalStateException(e);
        }
    }

    void atRest() {
        rules.forEach(Rule::atRest);
        versions.compare();
    }

    String summary() {
        return answers.seen() + " requests, " + gates.seen() + " resets, " + guesses.seen() + " proofs looked at";
    }
}
