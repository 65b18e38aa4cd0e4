package io.sspr.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.sspr.contract.ContractJson;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.Event;
import io.sspr.contract.event.RequestsRefused;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.RequestExpired;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.ResetCancelled;
import io.sspr.contract.request.CancelReset;
import io.sspr.contract.request.ChangePassword;
import io.sspr.contract.request.ImportCredential;
import io.sspr.contract.request.SignIn;
import io.sspr.contract.request.SubmitProof;
import io.sspr.contract.seal.Assertion;
import io.sspr.contract.seal.Sha256;
import io.sspr.contract.secret.FlowKey;
import io.sspr.contract.secret.PasswordPair;
import io.sspr.contract.secret.ProofEntry;
import io.sspr.contract.secret.Secret;
import io.sspr.contract.secret.SignInEntry;
import io.sspr.contract.state.PublishedKeys;
import io.sspr.messaging.testing.RecordedTopic;
import io.sspr.messaging.testing.RunningKafka;
import io.sspr.messaging.testing.RunningPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client sees of a service, and what a subscriber does. */
class RequestTests {

    private static final Script script = new Script();
    private static final MovableClock clock = new MovableClock();
    private static ServiceUnderTest service;
    private static TestClient portal;
    private static RecordedTopic events;
    private static RecordedTopic dead;

    @BeforeAll
    static void start() {
        RunningKafka.deleteAllTopics();
        service = ServiceUnderTest.of(Service.RESET, script, RunningPostgres.freshDatabase())
                .with(clock)
                .handling(MessageType.CODE_VERIFIED)
                .start();
        await().atMost(Duration.ofSeconds(20)).until(service::isUp);
        portal = new TestClient("portal", Service.RESET, ServiceUnderTest.KEYS);
        events = new RecordedTopic(Topics.events(Service.RESET));
        dead = new RecordedTopic(Topics.dead(Topics.requests(Service.RESET, "portal"), Service.RESET));
    }

    @AfterAll
    static void stop() {
        List.of(portal, events, dead, service).forEach(RequestTests::close);
    }

    @BeforeEach
    void reset() {
        script.reset();
        clock.ahead(Duration.ZERO);
    }

    @Test
    void answersAndTellsWhatHappenedInTheSameTrace() {
        UUID flow = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        ProducerRecord<byte[], byte[]> request = portal.record(id, portal.cancelReset(id, flow));
        TestClient.header(request, "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        portal.send(request);

        ConsumerRecord<byte[], byte[]> reply = portal.replies.await(
                record -> id.equals(RecordedTopic.decode(record).correlationId()));
        Envelope<Message> event = events.awaitMessage(message ->
                message.message() instanceof Event told && told.subject().equals(flow));

        assertThat(RecordedTopic.decode(reply).message()).isEqualTo(new ResetCancelled(flow));
        assertThat(reply.key()).asString(StandardCharsets.UTF_8).isEqualTo(flow.toString());
        assertThat(RecordedTopic.decode(reply).subject()).isNull();
        assertThat(event.source()).isEqualTo("reset-service");
        assertThat(event.subject()).isEqualTo(flow.toString());
        assertThat(event.correlationId()).isEqualTo(id);
        assertThat(event.causationId()).isEqualTo(id);
        assertThat(event.keySequence()).isEqualTo(1);
        assertThat(event.traceparent())
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
                .endsWith("-01")
                .doesNotContain("b7ad6b7169203331");
    }

    @Test
    void whatATimerTellsNamesTheMessageThatCausedIt() {
        UUID flow = UUID.randomUUID();
        Origin origin = new Origin(
                UUID.randomUUID(), UUID.randomUUID(), "00-1af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        service.context
                .getBean(Transactions.class)
                .run(
                        origin,
                        List.of("flow:" + flow),
                        work -> work.publish(new io.sspr.contract.event.ResetCancelled(flow, null)));

        Envelope<Message> event = events.awaitMessage(message -> flow.toString().equals(message.subject()));
        assertThat(event.correlationId()).isEqualTo(origin.correlationId());
        assertThat(event.causationId()).isEqualTo(origin.causationId());
        assertThat(event.traceparent())
                .startsWith("00-1af7651916cd43dd8448eb211c80319c-")
                .doesNotContain("b7ad6b7169203331");
    }

    @Test
    void numbersTheEventsOfAKeyWithoutGaps() {
        UUID flow = UUID.randomUUID();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) ids.add(portal.cancel(flow));
        ids.forEach(portal::answer);
        List<Long> numbers = events.messages().stream()
                .filter(event -> flow.toString().equals(event.subject()))
                .map(Envelope::keySequence)
                .toList();
        assertThat(numbers).hasSize(20).isSorted().startsWith(1L).endsWith(20L);
    }

    @Test
    void givesTheSameRequestAgainNeitherASecondEffectNorASecondReply() {
        UUID flow = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        ProducerRecord<byte[], byte[]> request = portal.record(id, portal.cancelReset(id, flow));
        portal.send(request);
        portal.send(request);
        portal.answer(id);
        portal.send(request);
        answerTheNext();
        assertThat(portal.answers(id)).isEqualTo(1);
        assertThat(script.handled(id)).isEqualTo(1);
        assertThat(service.context
                        .getBean(MeterRegistry.class)
                        .get("sspr.messages")
                        .tag("outcome", "duplicate")
                        .counter()
                        .count())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void refusesAnotherRequestUnderTheSameId() {
        UUID id = portal.cancel(UUID.randomUUID());
        portal.answer(id);
        portal.send(portal.record(id, portal.cancelReset(id, UUID.randomUUID())));
        portal.replies.awaitMessage(reply -> id.equals(reply.correlationId()) && isRefused(reply));
        assertThat(lastRefusal(id).reason()).isEqualTo(Refusal.REQUEST_ID_REUSED);
        assertThat(script.handled(id)).isEqualTo(1);
    }

    @Test
    void refusesWhatTheClientMayNotAskFor() {
        UUID id = portal.ask(request -> new ImportCredential(
                UUID.randomUUID(),
                portal.seal(MessageType.IMPORT_CREDENTIAL, request, null, new FlowKey(TestClient.FLOW_SECRET))));
        assertThat(refusal(id)).isEqualTo(Refusal.NOT_ALLOWED_FOR_CLIENT);
    }

    @Test
    void refusesWhatIsForAnotherService() {
        UUID flow = UUID.randomUUID();
        UUID id = portal.ask(request -> new SubmitProof(
                flow,
                portal.seal(
                        MessageType.SUBMIT_PROOF,
                        request,
                        flow,
                        new ProofEntry(TestClient.FLOW_SECRET, "123456", null))));
        assertThat(refusal(id)).isEqualTo(Refusal.NOT_ALLOWED_FOR_CLIENT);
    }

    @Test
    void refusesAnEventOnARequestTopic() {
        UUID id = UUID.randomUUID();
        Envelope<Message> forged = Envelope.request(id, "portal", Instant.now(), verified(UUID.randomUUID()));
        portal.send(record(Topics.requests(Service.RESET, "portal"), forged));
        assertThat(refusal(id)).isEqualTo(Refusal.NOT_ALLOWED_FOR_CLIENT);
    }

    @Test
    void answersThatARequestCameTooLate() {
        clock.ahead(Duration.ofMinutes(16));
        UUID flow = UUID.randomUUID();
        UUID id = portal.cancel(flow);
        assertThat(portal.answer(id)).isEqualTo(new RequestExpired(flow));
        assertThat(script.handled(id)).isZero();
    }

    @Test
    void refusesASealThatWasTakenFromAnotherRequest() {
        UUID flow = UUID.randomUUID();
        CancelReset of = portal.cancelReset(UUID.randomUUID(), flow);
        assertThat(refusal(portal.ask(id -> of))).isEqualTo(Refusal.SEAL_WRONG_MESSAGE);
    }

    @Test
    void refusesAPlaceThatWasSealedForAnotherRequestOrIsNone() {
        Secret place = new io.sspr.contract.secret.Origin("192.0.2.0/24", "Firefox");
        SignInEntry entry = new SignInEntry("login", "password", null);
        UUID alien = portal.ask(id -> new SignIn(
                portal.seal(MessageType.SIGN_IN, id, null, entry),
                portal.seal(MessageType.SIGN_IN, UUID.randomUUID(), null, place)));
        assertThat(refusal(alien)).isEqualTo(Refusal.SEAL_WRONG_MESSAGE);
        UUID other = portal.ask(id -> new SignIn(
                portal.seal(MessageType.SIGN_IN, id, null, entry), portal.seal(MessageType.SIGN_IN, id, null, entry)));
        assertThat(refusal(other)).isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void refusesASealThatHoldsSomethingElse() {
        UUID flow = UUID.randomUUID();
        UUID id = portal.ask(request -> new CancelReset(
                flow,
                portal.seal(MessageType.CANCEL_RESET, request, flow, new SignInEntry("login", "password", null))));
        assertThat(refusal(id)).isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void buriesWhatIsNoJsonAndAnswersAllTheSame() {
        UUID id = UUID.randomUUID();
        ProducerRecord<byte[], byte[]> good = portal.record(id, portal.cancelReset(id, UUID.randomUUID()));
        ProducerRecord<byte[], byte[]> broken = new ProducerRecord<>(
                good.topic(), null, new byte[] {1, 2}, "{".getBytes(StandardCharsets.UTF_8), good.headers());
        broken.headers().add("odd\0name", new byte[] {0, -1}).add("none", null);
        portal.send(broken);

        assertThat(refusal(id)).isEqualTo(Refusal.MALFORMED);
        ConsumerRecord<byte[], byte[]> letter = dead.await(record -> id.equals(MessageCodec.id(record.headers())));
        assertThat(letter.value()).asString(StandardCharsets.UTF_8).isEqualTo("{");
        assertThat(letter.key()).containsExactly(1, 2);
        assertThat(letter.headers().lastHeader("odd\0name").value()).containsExactly(0, -1);
        assertThat(letter.headers().lastHeader("none").value()).isNull();
        assertThat(text(letter, "sspr-reason")).isEqualTo("MALFORMED");
        assertThat(text(letter, "sspr-topic")).isEqualTo(good.topic());
        assertThat(text(letter, "sspr-partition")).matches("[0-2]");
        assertThat(text(letter, "sspr-offset")).matches("[0-9]+");
        assertThat(service.health("reading").getDetails()).containsKey("deadLetters");
        assertThat(service.isUp()).isTrue();
    }

    @Test
    void buriesWhatHasNoId() {
        UUID marker = UUID.randomUUID();
        ProducerRecord<byte[], byte[]> record = portal.record(marker, portal.cancelReset(marker, UUID.randomUUID()));
        TestClient.header(record, "ce_id", "no uuid");
        TestClient.header(record, "marker", marker.toString());
        portal.send(record);
        assertThat(text(dead.await(letter -> marker.toString().equals(text(letter, "marker"))), "sspr-reason"))
                .isEqualTo("INVALID_ID");
        answerTheNext();
    }

    @Test
    void refusesAnUnknownType() {
        UUID id = UUID.randomUUID();
        ProducerRecord<byte[], byte[]> record = portal.record(id, portal.cancelReset(id, UUID.randomUUID()));
        TestClient.header(record, "ce_type", "sspr.request.fly.v1");
        portal.send(record);
        assertThat(refusal(id)).isEqualTo(Refusal.UNKNOWN_TYPE);
    }

    @Test
    void believesAClientsWordOnWhoIsSignedIn() {
        UUID account = UUID.randomUUID();
        List<Assertion> seen = new ArrayList<>();
        script.on(MessageType.CHANGE_PASSWORD, (message, work) -> {
            seen.add(message.signedIn());
            assertThat(message.secret(PasswordPair.class).newPassword()).isEqualTo("new");
            work.reply(new PasswordSet(null, account, 2));
        });
        UUID id = UUID.randomUUID();
        ProducerRecord<byte[], byte[]> request = changePassword(id);
        TestClient.header(request, "assertion", assertion(account, id, request.value()));
        portal.send(request);
        portal.answer(id);
        assertThat(seen).extracting(Assertion::subject).containsExactly(account);
    }

    @Test
    void refusesAPersonsRequestWithoutOrWithAnotherAssertion() {
        UUID without = UUID.randomUUID();
        portal.send(changePassword(without));
        UUID other = UUID.randomUUID();
        ProducerRecord<byte[], byte[]> request = changePassword(other);
        TestClient.header(request, "assertion", assertion(UUID.randomUUID(), other, new byte[] {1}));
        portal.send(request);
        UUID forged = UUID.randomUUID();
        ProducerRecord<byte[], byte[]> third = changePassword(forged);
        TestClient.header(third, "assertion", "a.b.c");
        portal.send(third);
        assertThat(refusal(without)).isEqualTo(Refusal.ASSERTION_MISSING);
        assertThat(refusal(other)).isEqualTo(Refusal.ASSERTION_MISMATCH);
        assertThat(refusal(forged)).isEqualTo(Refusal.ASSERTION_INVALID);
    }

    @Test
    void givesUpOnARequestThatAlwaysFailsAndGoesOnWithTheOthers() {
        UUID poison = UUID.randomUUID();
        AtomicInteger tries = new AtomicInteger();
        script.on(MessageType.CANCEL_RESET, (message, work) -> {
            Script.cancelled(message, work);
            if (Script.flow(message).equals(poison)) {
                tries.incrementAndGet();
                throw new IllegalStateException("secret content");
            }
        });
        List<UUID> before = new ArrayList<>();
        for (int i = 0; i < 5; i++) before.add(portal.cancel(UUID.randomUUID()));
        UUID bad = portal.cancel(poison);
        List<UUID> after = new ArrayList<>();
        for (int i = 0; i < 5; i++) after.add(portal.cancel(UUID.randomUUID()));

        assertThat(refusal(bad)).isEqualTo(Refusal.FAULT);
        before.forEach(id -> assertThat(portal.answer(id)).isInstanceOf(ResetCancelled.class));
        after.forEach(id -> assertThat(portal.answer(id)).isInstanceOf(ResetCancelled.class));
        ConsumerRecord<byte[], byte[]> letter = dead.await(record -> bad.equals(MessageCodec.id(record.headers())));
        assertThat(text(letter, "sspr-reason")).isEqualTo("FAULT");
        assertThat(letter.headers().toString()).doesNotContain("secret content");
        assertThat(tries.get()).isBetween(3, 4);
        assertThat(events.messages()).noneMatch(event -> poison.toString().equals(event.subject()));
    }

    @Test
    void preparesAgainWhatBecameStale() {
        AtomicInteger preparations = new AtomicInteger();
        AtomicInteger version = new AtomicInteger();
        script.prepare(MessageType.CANCEL_RESET, message -> {
            preparations.incrementAndGet();
            return Prepared.facts(version.get());
        });
        AtomicInteger prepared = new AtomicInteger();
        script.on(MessageType.CANCEL_RESET, (message, work) -> {
            // As if another instance had changed it twice in between.
            if (prepared.getAndIncrement() < 2) throw new StaleFacts("version");
            Script.cancelled(message, work);
        });
        UUID id = portal.cancel(UUID.randomUUID());
        assertThat(portal.answer(id)).isInstanceOf(ResetCancelled.class);
        assertThat(preparations.get()).isEqualTo(3);
    }

    @Test
    void handlesManyChangesOfOneThingInOneBatchEachWithFreshFacts() {
        service.jdbc().execute("create table if not exists things (version int not null)");
        service.jdbc().update("delete from things");
        service.jdbc().update("insert into things values (0)");
        script.lock(MessageType.CANCEL_RESET, message -> List.of("thing"));
        script.prepare(MessageType.CANCEL_RESET, message -> Prepared.facts(version()));
        script.onFacts(MessageType.CANCEL_RESET, (message, facts, work) -> {
            if (service.jdbc().update("update things set version = version + 1 where version = ?", facts) == 0)
                throw new StaleFacts("version");
            Script.cancelled(message, work);
        });
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 40; i++) ids.add(portal.cancel(UUID.randomUUID()));
        ids.forEach(id -> assertThat(portal.answer(id)).isInstanceOf(ResetCancelled.class));
        assertThat(version()).isEqualTo(40);
    }

    @Test
    void handlesABatchThatNeedsMoreLocksThanATransactionMayTake() {
        script.lock(
                MessageType.CANCEL_RESET,
                message -> IntStream.range(0, 50)
                        .mapToObj(n -> message.id() + ":" + n)
                        .toList());
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 60; i++) ids.add(portal.cancel(UUID.randomUUID()));
        ids.forEach(id -> assertThat(portal.answer(id)).isInstanceOf(ResetCancelled.class));
    }

    @Test
    void refusesBecauseOfWhatThePreparationFound() {
        Instant later = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
        script.prepare(MessageType.CANCEL_RESET, message -> new Prepared.Refuse<>(Refusal.TOO_SOON, later));
        UUID flow = UUID.randomUUID();
        assertThat(portal.answer(portal.cancel(flow))).isEqualTo(new RequestRefused(flow, Refusal.TOO_SOON, later));
    }

    @Test
    void doesNotTakeWhatItsTopicWouldNotTake() {
        UUID large = UUID.randomUUID();
        script.on(MessageType.CANCEL_RESET, (message, work) -> {
            if (Script.flow(message).equals(large))
                work.publish(work.newId(), new PublishedKeys("x".repeat(2_000_000)));
            Script.cancelled(message, work);
        });
        UUID id = portal.cancel(large);
        assertThat(refusal(id)).isEqualTo(Refusal.FAULT);
        answerTheNext();
    }

    @Test
    void handlesAParkedRequestWhenWhatItWaitsForArrives() {
        Set<UUID> known = ConcurrentHashMap.newKeySet();
        parkUnless(known);
        UUID flow = UUID.randomUUID();
        UUID id = portal.cancel(flow);
        await().until(() -> script.handled(id) == 1);
        assertThat(portal.answers(id)).isZero();
        UUID other = signIn((message, work) -> {
            known.add(flow);
            work.arrived("flow:" + flow);
            work.refuse(Refusal.LOCKED, null);
        });
        portal.answer(other);
        assertThat(portal.answer(id)).isEqualTo(new ResetCancelled(flow));
        assertThat(portal.answers(id)).isEqualTo(1);
        assertThat(rows("parked")).isZero();
    }

    @Test
    void triesAParkedRequestAgainEvenIfNobodyTellsThatItsPredecessorArrived() {
        Set<UUID> known = ConcurrentHashMap.newKeySet();
        parkUnless(known);
        UUID flow = UUID.randomUUID();
        UUID id = portal.cancel(flow);
        await().until(() -> script.handled(id) == 1);
        known.add(flow);
        assertThat(portal.answer(id)).isEqualTo(new ResetCancelled(flow));
        assertThat(portal.answers(id)).isEqualTo(1);
    }

    @Test
    void refusesAParkedRequestWhenItsTimeIsOver() {
        parkUnless(Set.of());
        UUID flow = UUID.randomUUID();
        UUID id = portal.cancel(flow);
        assertThat(portal.answer(id)).isEqualTo(new RequestRefused(flow, Refusal.UNKNOWN_FLOW, null));
        assertThat(portal.answers(id)).isEqualTo(1);
        assertThat(script.handled(id)).as("few tries").isLessThanOrEqualTo(6);
        assertThat(rows("parked")).isZero();
    }

    @Test
    void tellsOfRefusalsOnceAMinute() {
        script.prepare(MessageType.CANCEL_RESET, message -> Prepared.refuse(Refusal.BUDGET_EXHAUSTED));
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) ids.add(portal.cancel(UUID.randomUUID()));
        ids.forEach(portal::answer);
        assertThat(tallies(Refusal.BUDGET_EXHAUSTED)).isEmpty();
        clock.ahead(Duration.ofMinutes(2));
        events.awaitMessage(event ->
                event.message() instanceof RequestsRefused tally && tally.reason() == Refusal.BUDGET_EXHAUSTED);
        // The minute may have changed in between, and then there are two.
        assertThat(tallies(Refusal.BUDGET_EXHAUSTED))
                .hasSizeLessThanOrEqualTo(2)
                .allSatisfy(tally -> {
                    assertThat(tally.client()).isEqualTo("portal");
                    assertThat(tally.requestType()).isEqualTo(MessageType.CANCEL_RESET.wireName());
                });
        assertThat(tallies(Refusal.BUDGET_EXHAUSTED).stream()
                        .mapToInt(RequestsRefused::count)
                        .sum())
                .isEqualTo(7);
    }

    @Test
    void handlesAnotherServicesEventsAndIgnoresThoseItDoesNotNeed() {
        String topic = Topics.events(Service.REGISTRATION);
        UUID account = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        RunningKafka.send(
                record(topic, Envelope.request(id, "registration-service", Instant.now(), verified(account))));
        await().until(() -> script.handled(id) == 1);
    }

    @Test
    void buriesAnEventThatIsNotTheWritersToTell() {
        String topic = Topics.events(Service.REGISTRATION);
        UUID id = UUID.randomUUID();
        RunningKafka.send(record(
                topic,
                Envelope.request(
                        id,
                        "registration-service",
                        Instant.now(),
                        new io.sspr.contract.event.ResetCancelled(UUID.randomUUID(), null))));
        try (RecordedTopic letters = new RecordedTopic(Topics.dead(topic, Service.RESET))) {
            letters.await(record -> id.equals(MessageCodec.id(record.headers())));
        }
    }

    @Test
    void publishesItsKeysOnce() throws Exception {
        try (RecordedTopic keys = new RecordedTopic(Topics.keys(Service.RESET))) {
            ConsumerRecord<byte[], byte[]> record = keys.await(any -> true);
            assertThat(record.key()).asString(StandardCharsets.UTF_8).isEqualTo("keys");
            assertThat(ContractJson.read(record.value(), PublishedKeys.class).jws())
                    .isNotEmpty();
            assertThat(keys.all()).hasSize(1);
        }
    }

    private static void parkUnless(Set<UUID> known) {
        script.on(MessageType.CANCEL_RESET, (message, work) -> {
            UUID flow = Script.flow(message);
            if (known.contains(flow)) Script.cancelled(message, work);
            else work.park("flow:" + flow, Refusal.UNKNOWN_FLOW);
        });
    }

    private static UUID signIn(BiConsumer<Received<?>, Work> deed) {
        script.on(MessageType.SIGN_IN, deed);
        return portal.ask(id ->
                new SignIn(portal.seal(MessageType.SIGN_IN, id, null, new SignInEntry("login", "password", null))));
    }

    private static void answerTheNext() {
        UUID flow = UUID.randomUUID();
        assertThat(portal.answer(portal.cancel(flow))).isEqualTo(new ResetCancelled(flow));
    }

    private static Refusal refusal(UUID request) {
        assertThat(portal.answer(request)).isInstanceOf(RequestRefused.class);
        return lastRefusal(request).reason();
    }

    private static RequestRefused lastRefusal(UUID request) {
        return portal.replies.messages().stream()
                .filter(reply -> request.equals(reply.correlationId()))
                .map(Envelope::message)
                .filter(RequestRefused.class::isInstance)
                .map(RequestRefused.class::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static boolean isRefused(Envelope<Message> reply) {
        return reply.message() instanceof RequestRefused;
    }

    private static List<RequestsRefused> tallies(Refusal reason) {
        return events.messages().stream()
                .map(Envelope::message)
                .filter(RequestsRefused.class::isInstance)
                .map(RequestsRefused.class::cast)
                .filter(tally -> tally.reason() == reason)
                .toList();
    }

    private static int version() {
        Integer version = service.jdbc().queryForObject("select version from things", Integer.class);
        return version == null ? -1 : version;
    }

    private static long rows(String table) {
        Long rows = service.jdbc().queryForObject("select count(*) from " + table, Long.class);
        return rows == null ? 0 : rows;
    }

    private static CodeVerified verified(UUID account) {
        return new CodeVerified(
                UUID.randomUUID(), account, null, UUID.randomUUID(), MethodKind.EMAIL, Purpose.REGISTER);
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, Envelope<? extends Message> envelope) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, null, MessageCodec.value(envelope));
        MessageCodec.headers(envelope).forEach((name, value) -> TestClient.header(record, name, value));
        return record;
    }

    private static ProducerRecord<byte[], byte[]> changePassword(UUID id) {
        return portal.record(
                id,
                new ChangePassword(
                        portal.seal(MessageType.CHANGE_PASSWORD, id, null, new PasswordPair("old", "new", null))));
    }

    private static String assertion(UUID account, UUID id, byte[] value) {
        Instant now = Instant.now();
        return ServiceUnderTest.KEYS
                .assertionSigner("portal")
                .sign(new Assertion(
                        "portal",
                        account,
                        "reset-service",
                        MessageType.CHANGE_PASSWORD.wireName(),
                        id,
                        Sha256.of(value),
                        now,
                        now,
                        List.of("pwd")));
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String header) {
        var found = record.headers().lastHeader(header);
        return found == null ? "" : new String(found.value(), StandardCharsets.UTF_8);
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
