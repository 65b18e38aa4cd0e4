package io.sspr.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Envelope;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.event.PolicyChanged;
import io.sspr.contract.event.SignedIn;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.state.Identity;
import io.sspr.messaging.testing.RunningKafka;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as it is typed. */
class CommandIntegrationTests {

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicInteger written = new AtomicInteger();
    private final Stories stories = new Stories(Instant.parse("2026-11-01T08:00:00Z"), record -> {
        RunningKafka.send(record);
        written.incrementAndGet();
    });
    private final Somebody one = new Somebody(stories);

    @BeforeEach
    void writeLog() {
        RunningKafka.deleteAllTopics();
        RunningKafka.create(Topics.all(List.of()).stream()
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()))
                .toList());
        stories.tell(new PolicyChanged(null, Presets.safe().inVersion(1)));
        one.settle().reset();
    }

    @AfterEach
    void leaveNoTopics() {
        RunningKafka.deleteAllTopics();
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return new AuditCommand(
                        new AuditCommand.Surroundings(RunningKafka.servers(), List.of(), directory),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }

    private String shown() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aCleanLogEndsWithZeroAndSaysWhatWasNotLookedAt() {
        assertThat(run("--events-only")).as(said()).isZero();
        assertThat(shown())
                .contains(written + " events on 4 topics")
                .contains("not checked: requests and replies (G1)")
                .contains("not checked: databases (G1, G4)")
                .endsWith("clean\n");
    }

    @Test
    void aFindingEndsWithOneAndNamesCodePlaceAndAccount() {
        one.stories.draft(new SignedIn(one.id), null);
        one.stories.tell(new SignedIn(one.id));
        assertThat(run("--events-only")).isEqualTo(1);
        assertThat(shown())
                .containsPattern("EVENT_MISSING sspr.reset.events-[0-2]@[0-9]+ account " + one.id + ": number")
                .contains("1 EVENT_MISSING (G2)")
                .endsWith("NOT CLEAN\n");
        assertThat(run("--events-only", "--since", "2026-11-02T00:00:00Z")).isZero();
        assertThat(run("--events-only", "--until", "2026-11-01T00:00:00Z")).isZero();
    }

    @Test
    void whatCannotBeCheckedEndsWithTwoInOneSentence() throws Exception {
        assertThat(run("--bootstrap", "127.0.0.1:1")).isEqualTo(2);
        assertThat(said()).isEqualTo("Kafka at 127.0.0.1:1 does not answer within 15 s: is it running there?\n");

        assertThat(run("--since", "yesterday")).isEqualTo(2);
        assertThat(said()).contains("--since takes a time");
        assertThat(run("--what")).isEqualTo(2);
        assertThat(said()).contains("not understood");

        try (Admin admin = RunningKafka.admin()) {
            String topic = Topics.PASSWORD_EVENTS;
            TopicPartition partition = RunningKafka.read(topic).stream()
                    .map(record -> new TopicPartition(topic, record.partition()))
                    .findFirst()
                    .orElseThrow();
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(1)))
                    .all()
                    .get();
            assertThat(run("--events-only")).isEqualTo(2);
            assertThat(said()).contains("The log of " + partition + " begins at offset 1");

            admin.deleteTopics(List.of(topic)).all().get();
        }
        assertThat(run("--events-only")).isEqualTo(2);
        assertThat(said()).contains("There is no topic " + Topics.PASSWORD_EVENTS);
        assertThat(shown()).isEmpty();
    }

    @Test
    void aStoryIsToldInTheOrderOfCauses() {
        assertThat(run("--account", one.id.toString())).as(said()).isZero();
        List<String> lines = shown().lines().toList();
        assertThat(lines).hasSize(written.get() - 1);
        assertThat(lines.get(0)).endsWith("the account was made known");
        assertThat(lines.get(lines.size() - 1)).endsWith("PASSWORD VERSION 2: chosen in a reset");
        assertThat(shown())
                .containsSubsequence(
                        "somebody asked to reset the password through portal; 2 methods to prove",
                        "chose mail for proof 1",
                        "a code for mail was made for a reset",
                        "WRONG_PROOF, wrong so far: 1",
                        "proved mail for a reset",
                        "proof 1 counts: mail",
                        "proved an authenticator app for a reset",
                        "enough is proven");
    }

    @Test
    void aStoryIsFoundByTheOrganisationsOwnId() {
        Envelope<Identity> identity = new Envelope<>(
                UUID.randomUUID(),
                Service.REGISTRATION.principal(),
                stories.now(),
                one.id.toString(),
                null,
                null,
                null,
                null,
                null,
                new Identity(one.id, "E-4711"));
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topics.IDENTITIES, one.id.toString().getBytes(StandardCharsets.UTF_8), MessageCodec.value(identity));
        MessageCodec.headers(identity)
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        RunningKafka.send(record);
        assertThat(run("--account", "E-4711")).isZero();
        assertThat(shown()).contains("PASSWORD VERSION 2");
        assertThat(run("--account", "E-4712")).isEqualTo(2);
        assertThat(said()).contains("No account has the organisation's id");
    }

    @Test
    void anExportHoldsEachEventOnALineOfItsOwn() throws Exception {
        Path file = directory.resolve("events.jsonl");
        assertThat(run("--export", file.toString())).as(said()).isZero();
        assertThat(shown()).contains(written + " events in");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(written.get());
        TreeSet<String> ids = new TreeSet<>();
        for (String line : lines) {
            JsonNode event = JsonMapper.shared().readTree(line);
            ids.add(event.get("id").asString());
            assertThat(event.get("specversion").asString()).isEqualTo("1.0");
            assertThat(event.get("type").asString()).startsWith("sspr.");
            assertThat(event.get("keysequence").isIntegralNumber()).isTrue();
            assertThat(event.get("kafkaoffset").isIntegralNumber()).isTrue();
            assertThat(event.get("data").isObject()).isTrue();
        }
        assertThat(ids).hasSize(lines.size());

        assertThat(run("--export", "-")).isZero();
        assertThat(shown().lines()).containsExactlyElementsOf(lines);
        assertThat(run(
                        "--export",
                        "-",
                        "--since",
                        stories.now().plus(Duration.ofDays(1)).toString()))
                .isZero();
        assertThat(shown()).isEmpty();
    }
}
