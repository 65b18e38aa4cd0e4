package io.sspr.registration;

import com.nimbusds.jose.jwk.ECKey;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.internal.DeliverCode;
import io.sspr.contract.internal.StartVerification;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.reply.MethodRegistered;
import io.sspr.contract.reply.MethodsShown;
import io.sspr.contract.request.ProvisionAccount;
import io.sspr.contract.request.RegisterMethod;
import io.sspr.contract.request.ShowMethods;
import io.sspr.contract.request.SubmitProof;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.secret.CodeLetter;
import io.sspr.contract.secret.MethodEntry;
import io.sspr.contract.secret.MethodView;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.secret.ProofEntry;
import io.sspr.contract.secret.ReplyKeyEntry;
import io.sspr.messaging.testing.RecordedTopic;
import io.sspr.messaging.testing.RunningKafka;
import io.sspr.messaging.testing.RunningPostgres;
import io.sspr.registration.rig.FrontEnd;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.TestKeys;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** The service with a front end, over a real broker and a real database. */
abstract class RunningRegistration {

    private static ConfigurableApplicationContext service;
    static FrontEnd portal;
    static RecordedTopic toNotification;
    static RecordedTopic events;

    /** The policy that the service begins with, where it is not "safe". */
    @Retention(RetentionPolicy.RUNTIME)
    @interface InitialPolicy {
        String value();
    }

    @BeforeAll
    static void start(TestInfo tests) {
        InitialPolicy policy = tests.getTestClass().orElseThrow().getAnnotation(InitialPolicy.class);
        RunningKafka.deleteAllTopics();
        service = RegistrationServiceApplication.builder()
                .registerShutdownHook(false)
                .run(
                        "--spring.datasource.url=" + RunningPostgres.freshDatabase(),
                        "--spring.datasource.username=postgres",
                        "--spring.kafka.bootstrap-servers=" + RunningKafka.servers(),
                        "--sspr.secrets=" + TestKeys.path(),
                        "--sspr.messaging.create-topics=true",
                        "--sspr.clients.portal.requests="
                                + "PROVISION_ACCOUNT,REGISTER_METHOD,SUBMIT_PROOF,RESEND_CODE,REQUEST_RESET,STEP_UP,SHOW_METHODS,"
                                + "REMOVE_METHOD,COLLECT_RECOVERY_CODE",
                        "--sspr.policy.initial=" + (policy == null ? "safe" : policy.value()),
                        "--server.port=0");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> isUp("reading") && isUp("relay"));
        portal = new FrontEnd();
        toNotification = new RecordedTopic(Topics.internal(Service.NOTIFICATION));
        events = new RecordedTopic(Topics.events(Service.REGISTRATION));
    }

    @AfterAll
    static void stop() {
        portal.close();
        toNotification.close();
        events.close();
        service.close();
    }

    static List<MethodView> shown(UUID account, ECKey key) {
        ReplyKeyEntry entry = new ReplyKeyEntry(key.toPublicJWK().toJSONString(), null);
        UUID asked = portal.ask(MessageType.SHOW_METHODS, null, entry, ShowMethods::new, account);
        return People.methods(portal.answer(asked, MethodsShown.class), key, asked)
                .methods();
    }

    static UUID ready(UUID request, Supplier<UUID> next) {
        portal.answer(request);
        return next.get();
    }

    static UUID provisioned(String name) {
        AccountEntry entry = new AccountEntry(name, name, "sl", false);
        UUID request = portal.ask(MessageType.PROVISION_ACCOUNT, null, entry, ProvisionAccount::new);
        return portal.answer(request, AccountProvisioned.class).accountId();
    }

    static UUID withEmail() {
        UUID account = provisioned("p" + UUID.randomUUID());
        Flow flow = Flow.begin();
        UUID begun = register(account, MethodKind.EMAIL, flow, new MethodEntry("p@example.org", null, null));
        portal.answer(prove(flow, letter(begun).code()), MethodRegistered.class);
        return account;
    }

    static UUID register(UUID account, MethodKind kind, Flow flow, MethodEntry entry) {
        return portal.ask(
                MessageType.REGISTER_METHOD,
                flow.id(),
                entry,
                seal -> new RegisterMethod(flow.id(), flow.secret().hash(), kind, seal),
                account);
    }

    static UUID prove(Flow flow, String proof) {
        return prove(flow, proof, null);
    }

    static UUID prove(Flow flow, String proof, @Nullable Origin origin) {
        return portal.ask(
                MessageType.SUBMIT_PROOF,
                flow.id(),
                new ProofEntry(flow.secret().text(), proof, origin),
                seal -> new SubmitProof(flow.id(), seal));
    }

    static UUID start(UUID account, MethodKind kind, Flow flow, Instant end) {
        UUID request = UUID.randomUUID();
        portal.start(
                request,
                new StartVerification(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        account,
                        kind,
                        Purpose.RESET,
                        TestKeys.PORTAL,
                        flow.id(),
                        flow.secret().hash(),
                        end));
        return request;
    }

    static CodeLetter letter(UUID request) {
        Envelope<Message> message = toNotification.awaitMessage(told -> request.equals(told.correlationId()));
        return People.openForNotification(
                ((DeliverCode) message.message()).sealed(), MessageType.DELIVER_CODE, message.id(), CodeLetter.class);
    }

    static Envelope<Message> state(String topic, String key) {
        try (RecordedTopic states = new RecordedTopic(topic)) {
            return RecordedTopic.decode(
                    states.await(record -> new String(record.key(), StandardCharsets.UTF_8).equals(key)));
        }
    }

    static String withoutIdsAndTimes(ConsumerRecord<byte[], byte[]> record) {
        String headers = String.join("\n", names(record));
        return (headers + new String(record.value(), StandardCharsets.UTF_8))
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "id")
                .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z", "time");
    }

    static List<String> names(ConsumerRecord<byte[], byte[]> record) {
        List<String> names = new ArrayList<>();
        // A time is written shorter where its fraction ends in noughts, whoever asks.
        record.headers()
                .forEach(header -> names.add(
                        header.key().equals("ce_time") ? "ce_time" : header.key() + " " + header.value().length));
        return names;
    }

    /** Topic and type of everything that these requests led to. */
    static List<String> recordsCausedBy(List<UUID> requests) {
        List<String> records = new ArrayList<>();
        for (String topic : List.of(
                Topics.events(Service.REGISTRATION),
                Topics.internal(Service.NOTIFICATION),
                Topics.METHODS,
                Topics.replies(TestKeys.PORTAL)))
            for (ConsumerRecord<byte[], byte[]> record : RunningKafka.read(topic)) {
                Envelope<Message> message = RecordedTopic.decode(record);
                if (requests.stream().anyMatch(request -> request.equals(message.correlationId())))
                    records.add(topic + " " + message.type());
            }
        records.sort(String::compareTo);
        return records;
    }

    static boolean isUp(String name) {
        var health =
                service.getBean(name + "HealthIndicator", HealthIndicator.class).health();
        return health != null && health.getStatus().equals(Status.UP);
    }
}
