package io.sspr.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sspr.contract.Client;
import io.sspr.contract.Disclosure;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.MethodRules;
import io.sspr.contract.PasswordRules;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.reply.ResetCancelled;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.testing.RecordedTopic;
import io.sspr.messaging.testing.RunningKafka;
import io.sspr.messaging.testing.RunningPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** What is read is handled once and never passed over, and health says so when it cannot be. */
class ReadingTests {

    private static final String REQUESTS = Topics.requests(Service.RESET, "portal");

    private final Script script = new Script();
    private final String database = RunningPostgres.freshDatabase();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeAll
    static void letThreadsDie() {
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        Awaitility.setDefaultTimeout(Duration.ofSeconds(20));
    }

    @BeforeEach
    void beginAnew() {
        RunningKafka.deleteAllTopics();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) each.close();
    }

    @Test
    void handlesEachRequestOnceWhileInstancesComeAndGoAndTheDatabaseFails() throws Exception {
        ServiceUnderTest first = start();
        TestClient portal = portal();
        UUID busy = UUID.randomUUID();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 100; i++) ids.add(portal.cancel(busy));
        ServiceUnderTest second = start();
        for (int i = 0; i < 100; i++) ids.add(portal.cancel(busy));
        RunningPostgres.terminateConnections();
        for (int i = 0; i < 100; i++) ids.add(portal.cancel(busy));
        first.close();
        for (int i = 0; i < 100; i++) ids.add(portal.cancel(busy));
        RunningPostgres.setAway(database, true);
        for (int i = 0; i < 50; i++) ids.add(portal.cancel(busy));
        await().until(() -> second.health("reading").getStatus().equals(Status.DOWN));
        RunningPostgres.setAway(database, false);
        for (UUID id : ids) assertThat(portal.answer(id)).isEqualTo(new ResetCancelled(busy));
        assertThat(portal.replies.messages()).hasSize(ids.size());
        try (RecordedTopic events = new RecordedTopic(Topics.events(Service.RESET))) {
            assertThat(events.messages())
                    .extracting(Envelope::keySequence)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, ids.size()).boxed().toList());
        }
        await().until(second::isUp);
    }

    @Test
    void readsOnWhereItStopped() {
        ServiceUnderTest first = start();
        TestClient portal = portal();
        UUID before = portal.cancel(UUID.randomUUID());
        portal.answer(before);
        first.close();
        UUID meanwhile = portal.cancel(UUID.randomUUID());
        start();
        portal.answer(meanwhile);
        assertThat(script.handled(before)).isEqualTo(1);
        assertThat(script.handled(meanwhile)).isEqualTo(1);
    }

    @Test
    void doesNotPassOverARangeThatIsGone() throws Exception {
        ServiceUnderTest first = start();
        TestClient portal = portal();
        portal.answer(cancelOn(portal, 0));
        portal.answer(cancelOn(portal, 1));
        first.close();
        UUID lost = cancelOn(portal, 0);
        cancelOn(portal, 0);
        UUID kept = cancelOn(portal, 1);
        try (Admin admin = RunningKafka.admin()) {
            admin.deleteRecords(Map.of(new TopicPartition(REQUESTS, 0), RecordsToDelete.beforeOffset(2)))
                    .all()
                    .get();
        }
        ServiceUnderTest service = startUnready();
        assertThat(portal.answer(kept)).isInstanceOf(ResetCancelled.class);
        assertThat(service.health("reading").getStatus()).isEqualTo(Status.DOWN);
        assertThat(service.health("reading").getDetails().toString())
                .contains(REQUESTS + "-0", "is read to 1", "begins at 2");
        assertThat(portal.answers(lost)).isZero();
        assertThat(position(service, 0)).isEqualTo(1);
    }

    @Test
    void doesNotReadATopicThatWasMadeAnew() throws Exception {
        ServiceUnderTest first = start();
        TestClient portal = portal();
        portal.answer(cancelOn(portal, 0));
        first.close();
        try (Admin admin = RunningKafka.admin()) {
            admin.deleteTopics(List.of(REQUESTS)).all().get();
        }
        Client client = new Client("portal", Set.of(MessageType.CANCEL_RESET));
        RunningKafka.create(Topics.all(List.of(client)).stream()
                .filter(topic -> topic.name().equals(REQUESTS))
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()))
                .toList());
        ServiceUnderTest service = startUnready();
        await().until(() -> service.health("reading").getDetails().toString().contains("the log ends at 0"));
    }

    @Test
    void isDownWhenItsReaderHasDied() {
        ServiceUnderTest service = start();
        script.on(MessageType.CANCEL_RESET, (message, work) -> {
            throw new StackOverflowError("as a fault of the machine");
        });
        portal().cancel(UUID.randomUUID());
        await().until(() -> service.health("reading").getDetails().toString().contains("It has died"));
        assertThat(service.health("reading").getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void takesNoRequestBeforeItsCopiesAreRead() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        script.on(MessageType.POLICY, (message, work) -> awaitUninterrupted(slow));
        RunningKafka.create(Topics.all(List.of(new Client("portal", Set.of(MessageType.CANCEL_RESET)))).stream()
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()))
                .toList());
        publishPolicy();
        ServiceUnderTest service = startUnready();
        TestClient portal = portal();
        UUID id = portal.cancel(UUID.randomUUID());
        await().until(() -> service.health("reading").getDetails().toString().contains("The copy of " + Topics.POLICY));
        assertThat(service.health("reading").getStatus()).isEqualTo(Status.DOWN);
        assertThat(script.handled(id)).isZero();
        slow.countDown();
        assertThat(portal.answer(id)).isInstanceOf(ResetCancelled.class);
        await().until(service::isUp);
    }

    @Test
    void makesTopicsAsTheContractSaysAndDoesNotStartOnOthers() {
        RunningKafka.create(List.of(new NewTopic(REQUESTS, 1, (short) 1)));
        ServiceUnderTest service = startUnready();
        await().until(() -> service.health("reading")
                .getDetails()
                .toString()
                .contains(REQUESTS + " has 1 partitions instead of 3"));
        assertThat(service.health("reading").getStatus()).isEqualTo(Status.DOWN);
        assertThat(service.health("reading").getDetails().toString())
                .contains("message.timestamp.type=CreateTime instead of LogAppendTime");
    }

    /** A committed policy and, as what is last on its topic, an aborted one. */
    private static void publishPolicy() {
        Policy policy = new Policy(
                1,
                2,
                List.of(MethodKind.EMAIL),
                Disclosure.STRICT,
                new PasswordRules(15, 64),
                new MethodRules(24, false));
        Envelope<Message> envelope = Envelope.request(UUID.randomUUID(), "registration-service", Instant.now(), policy);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topics.POLICY, "policy".getBytes(StandardCharsets.UTF_8), MessageCodec.value(envelope));
        MessageCodec.headers(envelope).forEach((name, value) -> TestClient.header(record, name, value));
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", RunningKafka.servers(), "transactional.id", "policy-writer"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            var committed = producer.send(record);
            producer.commitTransaction();
            assertThat(committed).isDone();
            producer.beginTransaction();
            var aborted = producer.send(record);
            producer.flush();
            producer.abortTransaction();
            assertThat(aborted).isDone();
        }
    }

    private ServiceUnderTest start() {
        ServiceUnderTest service = startUnready();
        await().until(service::isUp);
        return service;
    }

    private ServiceUnderTest startUnready() {
        ServiceUnderTest service = ServiceUnderTest.of(Service.RESET, script, database)
                .handling(MessageType.POLICY)
                .start();
        opened.add(service);
        return service;
    }

    private TestClient portal() {
        await().until(() -> {
            try (Admin admin = RunningKafka.admin()) {
                return admin.listTopics().names().get().contains(Topics.replies("portal"));
            }
        });
        TestClient portal = new TestClient("portal", Service.RESET, ServiceUnderTest.KEYS);
        opened.add(0, portal);
        return portal;
    }

    private static UUID cancelOn(TestClient portal, int partition) {
        UUID id = UUID.randomUUID();
        ProducerRecord<byte[], byte[]> record = portal.record(id, portal.cancelReset(id, UUID.randomUUID()));
        portal.send(new ProducerRecord<>(record.topic(), partition, new byte[0], record.value(), record.headers()));
        return id;
    }

    private static long position(ServiceUnderTest service, int partition) {
        Long position = service.jdbc()
                .queryForObject(
                        "select next_offset from positions where topic = ? and partition = ?",
                        Long.class,
                        REQUESTS,
                        partition);
        return position == null ? -1 : position;
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
