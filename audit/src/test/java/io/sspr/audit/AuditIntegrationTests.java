package io.sspr.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.audit.finding.CannotCheck;
import io.sspr.audit.finding.Finding;
import io.sspr.audit.finding.FindingCode;
import io.sspr.audit.finding.Place;
import io.sspr.contract.Client;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import io.sspr.contract.Topics;
import io.sspr.contract.event.AccountUnblocked;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.CodeIssued;
import io.sspr.contract.event.MethodsConfirmed;
import io.sspr.contract.event.PolicyChanged;
import io.sspr.contract.event.ResetDisputed;
import io.sspr.contract.event.ResetExpired;
import io.sspr.contract.event.ResetRequested;
import io.sspr.contract.event.SignedIn;
import io.sspr.contract.event.VerificationEnded;
import io.sspr.contract.event.VerificationRequested;
import io.sspr.contract.policy.Ineligibility;
import io.sspr.contract.policy.Presets;
import io.sspr.messaging.testing.RunningKafka;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One log of many people: with one fault each, or with none. */
class AuditIntegrationTests {

    private static final Client PORTAL = new Client("portal", Set.of(MessageType.REPORT_SIGN_IN));
    private static final Instant BEGIN = Instant.parse("2026-11-01T08:00:00Z");

    @TempDir
    private static Path directory;

    private static final Map<Place, String> TELLERS = new HashMap<>();
    private static final Map<String, Set<FindingCode>> FOUND = new HashMap<>();
    private static String teller = "";

    @BeforeAll
    static void writeAndCheck() throws CannotCheck {
        RunningKafka.deleteAllTopics();
        RunningKafka.create(Topics.all(List.of(PORTAL)).stream()
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()))
                .toList());
        try (var producer = new KafkaProducer<byte[], byte[]>(
                Map.of("bootstrap.servers", RunningKafka.servers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            List<Map.Entry<Future<RecordMetadata>, String>> sent = new ArrayList<>();
            write(new Stories(BEGIN, record -> sent.add(Map.entry(producer.send(record), teller))));
            for (var one : sent) {
                RecordMetadata at = one.getKey().get();
                TELLERS.put(new Place(at.topic(), at.partition(), at.offset()), one.getValue());
            }
        } catch (Exception e) {
            throw new KafkaException(e);
        }
        Audit.run(
                new AuditSettings(
                        Map.of("bootstrap.servers", RunningKafka.servers()),
                        false,
                        List.of(),
                        false,
                        directory,
                        null,
                        null),
                finding -> FOUND.computeIfAbsent(
                                TELLERS.getOrDefault(finding.place(), "nobody"),
                                name -> EnumSet.noneOf(FindingCode.class))
                        .add(finding.code()));
    }

    private static void write(Stories stories) {
        teller = "the rules";
        stories.tell(new PolicyChanged(null, Presets.safe().inVersion(1)));
        stories.pass(Duration.ofMinutes(30));
        for (Faults.Fault fault : Faults.all()) {
            teller = fault.toString();
            Somebody one = new Somebody(stories).settle();
            fault.life().accept(one);
            stories.pass(Duration.ofMinutes(1));
        }
        clean(stories);
        strangers(stories);
        teller = "nobody's account";
        stories.tell(new SignedIn(UUID.randomUUID()));
        erased(stories);
        heartbeats(stories);
        teller = "a version of the rules skipped";
        stories.tell(new PolicyChanged(UUID.randomUUID(), Presets.safe().inVersion(3)));
    }

    private static void clean(Stories stories) {
        teller = "clean";
        Somebody one = new Somebody(stories).settle();
        one.reset();
        one.password(Cause.CHANGED, null);
        one.allow();
        one.password(Cause.ADMINISTRATOR, one.arrangedReset());
        one.stories.tell(new ResetDisputed(one.id, stories.now()));
        one.stories.tell(new AccountUnblocked(one.id, UUID.randomUUID()));
        one.reset();
    }

    /** Nobody known, and somebody known who cannot reset: the steps of both are told under the reset's own id. */
    private static void strangers(Stories stories) {
        teller = "strangers";
        Somebody known = new Somebody(stories).settle();
        for (UUID account : new UUID[] {null, known.id}) {
            UUID reset = UUID.randomUUID();
            Ineligibility why = account == null ? null : Ineligibility.NOT_REGISTERED;
            stories.tell(new ResetRequested(
                    reset, account, "portal", 2, stories.now().plus(Somebody.LIFE), why));
            UUID verification = UUID.randomUUID();
            stories.tell(new VerificationRequested(reset, verification, null, MethodKind.EMAIL, 1));
            stories.tell(new CodeIssued(
                    verification,
                    null,
                    reset,
                    MethodKind.EMAIL,
                    Purpose.RESET,
                    1,
                    stories.now().plus(Duration.ofMinutes(10))));
            stories.tell(new VerificationEnded(verification, null, reset, Refusal.ENDED));
            stories.tell(new ResetExpired(reset, null, Refusal.EXPIRED));
        }
    }

    private static void erased(Stories stories) {
        teller = "before it was erased";
        Somebody one = new Somebody(stories).settle();
        RunningKafka.send(new ProducerRecord<byte[], byte[]>(
                Topics.IDENTITIES,
                null,
                stories.now().toEpochMilli(),
                one.id.toString().getBytes(StandardCharsets.UTF_8),
                (byte[]) null));
        stories.pass(Duration.ofMinutes(10));
        teller = "after it was erased";
        stories.tell(new SignedIn(one.id));
    }

    private static void heartbeats(Stories stories) {
        teller = "heartbeats";
        Somebody one = new Somebody(stories).settle();
        for (int i = 0; i < 40; i++) {
            stories.pass(Duration.ofMinutes(5));
            stories.tell(new SignedIn(one.id));
            stories.tell(new MethodsConfirmed(one.id));
        }
    }

    static Stream<Faults.Fault> faults() {
        return Faults.all().stream();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsFoundByItsCodeAndAsNothingElse(Faults.Fault fault) {
        assertThat(FOUND.get(fault.toString())).containsExactly(fault.code());
    }

    @Test
    void whatIsWellFormedIsFoundNothingOf() {
        Set<String> faulty = new TreeSet<>(FOUND.keySet());
        Faults.all().forEach(fault -> faulty.remove(fault.toString()));
        assertThat(faulty).containsExactly("a version of the rules skipped", "after it was erased", "nobody's account");
        assertThat(FOUND.get("a version of the rules skipped")).containsExactly(FindingCode.POLICY_VERSION_SKIPPED);
        assertThat(FOUND.get("after it was erased")).containsExactly(FindingCode.EVENT_AFTER_ERASURE);
        assertThat(FOUND.get("nobody's account")).containsExactly(FindingCode.ACCOUNT_UNKNOWN);
    }

    /** Those of databases and replies have tests of their own. */
    @Test
    void everyCodeThatTheEventsShowHasAFault() {
        Set<FindingCode> shown = EnumSet.noneOf(FindingCode.class);
        FOUND.values().forEach(shown::addAll);
        shown.addAll(WithDatabasesIntegrationTests.SHOWN);
        assertThat(shown).containsExactlyInAnyOrder(FindingCode.values());
    }

    @Test
    void nothingIsLeftOfWhatWasPutAside() {
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aBrokerThatIsNotThereIsSaid() {
        assertThatThrownBy(() ->
                        Audit.run(settings(Map.of("bootstrap.servers", "127.0.0.1:1")), AuditIntegrationTests::ignore))
                .isInstanceOf(CannotCheck.class)
                .hasMessageContaining("does not answer");
    }

    private static AuditSettings settings(Map<String, Object> kafka) {
        return new AuditSettings(kafka, false, List.of(), false, directory, null, null);
    }

    private static void ignore(Finding finding) {}
}
