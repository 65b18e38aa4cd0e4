package io.sspr.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.VerificationEnded;
import io.sspr.contract.internal.DeliverCode;
import io.sspr.contract.internal.StartVerification;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.MethodRegistered;
import io.sspr.contract.reply.MethodRemoved;
import io.sspr.contract.reply.MethodsShown;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.reply.RecoveryCodesReady;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.StepUpPassed;
import io.sspr.contract.request.CollectRecoveryCode;
import io.sspr.contract.request.ProvisionAccount;
import io.sspr.contract.request.RegisterMethod;
import io.sspr.contract.request.RemoveMethod;
import io.sspr.contract.request.ResendCode;
import io.sspr.contract.request.ShowMethods;
import io.sspr.contract.request.StepUp;
import io.sspr.contract.request.SubmitProof;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.secret.CodeLetter;
import io.sspr.contract.secret.ContactAddress;
import io.sspr.contract.secret.Enrolment;
import io.sspr.contract.secret.FlowKey;
import io.sspr.contract.secret.FlowReplyKey;
import io.sspr.contract.secret.MethodChoice;
import io.sspr.contract.secret.MethodEntry;
import io.sspr.contract.secret.MethodView;
import io.sspr.contract.secret.ProofEntry;
import io.sspr.contract.secret.ReplyKeyEntry;
import io.sspr.contract.secret.Visit;
import io.sspr.contract.state.Account;
import io.sspr.contract.state.Method;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.testing.RecordedTopic;
import io.sspr.messaging.testing.RunningKafka;
import io.sspr.messaging.testing.RunningPostgres;
import io.sspr.registration.kind.RegisterProperties.AppHash;
import io.sspr.registration.kind.app.Totp;
import io.sspr.registration.kind.app.TotpSeed;
import io.sspr.registration.rig.FrontEnd;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.TestKeys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service over a real broker and a real database. */
class RegistrationServiceIntegrationTests {

    private static ConfigurableApplicationContext service;
    private static FrontEnd portal;
    private static RecordedTopic toNotification;
    private static RecordedTopic events;

    @BeforeAll
    static void start() {
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
                        "--sspr.policy.kinds=EMAIL,AUTHENTICATOR_APP,RECOVERY_CODE",
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

    @Test
    void registersAnAddressThatItsOwnerProves() {
        String name = "ana" + UUID.randomUUID();
        UUID account = provisioned(name);
        Account state = (Account) state(Topics.ACCOUNTS, account.toString()).message();
        assertThat(state.login()).isEqualTo(name);
        assertThat(state(Topics.IDENTITIES, account.toString()).subject()).isEqualTo(account.toString());

        Flow flow = Flow.begin();
        UUID begun = register(account, MethodKind.EMAIL, flow, new MethodEntry("ana@example.org", null, null));
        assertThat(portal.answer(begun, ChallengeReady.class).digits()).isEqualTo(8);
        CodeLetter letter = letter(begun);
        assertThat(letter.address()).isEqualTo("ana@example.org");

        assertThat(portal.answer(prove(flow, "00000000x"), ProofRejected.class).attemptsLeft())
                .isEqualTo(4);
        MethodRegistered registered = portal.answer(prove(flow, letter.code()), MethodRegistered.class);
        Envelope<Message> method = state(Topics.METHODS, registered.methodId().toString());
        assertThat(People.openForNotification(
                        ((Method) method.message()).address(), MessageType.METHOD, method.id(), ContactAddress.class))
                .isEqualTo(new ContactAddress("ana@example.org"));
    }

    @Test
    void registersAnAppWhoseSecretOnlyTheFrontEndLearns() {
        UUID account = provisioned("app" + UUID.randomUUID());
        Flow flow = Flow.begin();
        ECKey key = People.replyKey();
        UUID begun = register(
                account,
                MethodKind.AUTHENTICATOR_APP,
                flow,
                new MethodEntry(null, key.toPublicJWK().toJSONString(), null));
        Enrolment enrolment = People.enrolment(portal.answer(begun, ChallengeReady.class), key, begun, flow);
        TotpSeed seed = TotpSeed.ofBase32(enrolment.secret(), AppHash.SHA1);
        assertThat(portal.answer(prove(flow, Totp.codeAt(seed, Instant.now())), MethodRegistered.class)
                        .kind())
                .isEqualTo(MethodKind.AUTHENTICATOR_APP);
    }

    @Test
    void letsAPersonLookAfterTheirMethodsWithinOneSignIn() {
        UUID account = withEmail();
        ECKey key = People.replyKey();
        String replyKey = key.toPublicJWK().toJSONString();
        Flow codesFlow = Flow.begin();
        UUID asked = register(account, MethodKind.RECOVERY_CODE, codesFlow, new MethodEntry(null, replyKey, null));
        RecoveryCodesReady ready = portal.answer(asked, RecoveryCodesReady.class);
        String code = People.recoveryCodes(ready, key, asked, codesFlow).get(0);
        Flow flow = Flow.begin();
        UUID stepUp = portal.ask(
                MessageType.STEP_UP,
                flow.id(),
                new Visit(null),
                seal -> new StepUp(flow.id(), flow.secret().hash(), MethodKind.RECOVERY_CODE, seal),
                account);
        portal.answer(stepUp, ChallengeReady.class);
        portal.answer(prove(flow, code), StepUpPassed.class);
        UUID collect = portal.ask(
                MessageType.COLLECT_RECOVERY_CODE,
                flow.id(),
                new FlowReplyKey(flow.secret().text(), replyKey),
                seal -> new CollectRecoveryCode(flow.id(), seal));
        RecoveryCodesReady collected = portal.answer(collect, RecoveryCodesReady.class);
        assertThat(People.recoveryCodes(collected, key, collect, flow)).hasSize(1);
        List<MethodView> views = shown(account, key);
        assertThat(views).extracting(MethodView::kind).containsExactly(MethodKind.EMAIL, MethodKind.RECOVERY_CODE);
        MethodChoice mail = new MethodChoice(views.get(0).methodId(), null);
        UUID remove = portal.ask(MessageType.REMOVE_METHOD, null, mail, RemoveMethod::new, account);
        assertThat(portal.answer(remove, MethodRemoved.class).methodId()).isEqualTo(mail.methodId());
        assertThat(shown(account, key)).hasSize(1);
    }

    @Test
    void leavesTheAnswerToTheRightProofOfAResetToTheResetService() {
        UUID account = withEmail();
        Flow flow = Flow.begin();
        UUID chosen = start(account, MethodKind.EMAIL, flow, Instant.now().plusSeconds(3600));
        portal.answer(chosen, ChallengeReady.class);
        UUID proof = prove(flow, letter(chosen).code());
        Envelope<Message> event = events.awaitMessage(told -> proof.equals(told.correlationId()));
        assertThat(event.message()).isInstanceOf(CodeVerified.class);
        assertThat(event.subject()).isEqualTo(account.toString());
        // Handled after it, so whatever it was answered with would be there by now.
        portal.answer(prove(flow, "1"), RequestRefused.class);
        assertThat(portal.answers(proof)).isEmpty();
    }

    @Test
    void takesAProofThatOvertookItsVerification() {
        Flow flow = Flow.begin();
        UUID proof = prove(flow, "12345678");
        UUID chosen =
                start(UUID.randomUUID(), MethodKind.EMAIL, flow, Instant.now().plusSeconds(3600));
        portal.answer(chosen, ChallengeReady.class);
        assertThat(portal.answer(proof, ProofRejected.class).attemptsLeft()).isEqualTo(4);
    }

    @Test
    void refusesAProofOfAFlowThatNeverComes() {
        assertThat(portal.answer(prove(Flow.begin(), "12345678"), RequestRefused.class)
                        .reason())
                .isEqualTo(Refusal.UNKNOWN_FLOW);
    }

    @Test
    void tellsNobodyApartInRepliesAndRecords() {
        UUID known = withEmail();
        List<List<String>> seen = new ArrayList<>();
        List<List<String>> written = new ArrayList<>();
        for (UUID account : List.of(known, UUID.randomUUID())) {
            Flow flow = Flow.begin();
            UUID chosen = start(account, MethodKind.EMAIL, flow, Instant.now().plusSeconds(3600));
            UUID wrong = ready(chosen, () -> prove(flow, "wrong"));
            UUID again = ready(
                    wrong,
                    () -> portal.ask(
                            MessageType.RESEND_CODE,
                            flow.id(),
                            new FlowKey(flow.secret().text()),
                            seal -> new ResendCode(flow.id(), seal)));
            List<UUID> asked = List.of(chosen, wrong, again);
            seen.add(asked.stream()
                    .map(id -> withoutIdsAndTimes(portal.answer(id)))
                    .toList());
            written.add(recordsCausedBy(asked));
        }
        assertThat(seen.get(1)).isEqualTo(seen.get(0));
        assertThat(written.get(1)).isEqualTo(written.get(0)).hasSize(6);
    }

    @Test
    void endsAVerificationByItselfWhenItsTimeIsUp() {
        Flow flow = Flow.begin();
        UUID account = UUID.randomUUID();
        UUID chosen =
                start(account, MethodKind.AUTHENTICATOR_APP, flow, Instant.now().plusSeconds(3));
        portal.answer(chosen, ChallengeReady.class);
        String verification =
                events.awaitMessage(told -> chosen.equals(told.correlationId())).subject();
        Envelope<Message> end = events.awaitMessage(told -> told.message() instanceof VerificationEnded
                && String.valueOf(verification).equals(told.subject()));
        assertThat(((VerificationEnded) end.message()).reason()).isEqualTo(Refusal.EXPIRED);
    }

    @Test
    void tellsTheDefaultPolicyOnce() {
        Policy policy = (Policy) state(Topics.POLICY, "policy").message();
        assertThat(RunningKafka.read(Topics.POLICY)).hasSize(1);
        assertThat(policy.version()).isEqualTo(1);
        assertThat(policy.gates()).isEqualTo(2);
    }

    @Test
    void writesNoSecretAndNoPersonalDataWhereItDoesNotBelong() {
        String name = "canary" + UUID.randomUUID();
        UUID account = provisioned(name);
        Flow flow = Flow.begin();
        String address = name + "@example.org";
        UUID begun = register(account, MethodKind.EMAIL, flow, new MethodEntry(address, null, null));
        String code = letter(begun).code();
        portal.answer(prove(flow, code), MethodRegistered.class);
        for (String topic : List.of(
                Topics.events(Service.REGISTRATION),
                Topics.internal(Service.NOTIFICATION),
                Topics.replies(TestKeys.PORTAL),
                Topics.METHODS))
            assertThat(RunningKafka.read(topic))
                    .extracting(record -> new String(record.value(), StandardCharsets.UTF_8) + record.headers())
                    .noneMatch(text -> text.contains(name)
                            || text.contains("\"" + code + "\"")
                            || text.contains(flow.secret().text()));
        assertThat(RunningKafka.read(Topics.events(Service.REGISTRATION)))
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .noneMatch(text -> text.contains(flow.id().toString()));
    }

    private static List<MethodView> shown(UUID account, ECKey key) {
        ReplyKeyEntry entry = new ReplyKeyEntry(key.toPublicJWK().toJSONString(), null);
        UUID asked = portal.ask(MessageType.SHOW_METHODS, null, entry, ShowMethods::new, account);
        return People.methods(portal.answer(asked, MethodsShown.class), key, asked);
    }

    private static UUID ready(UUID request, Supplier<UUID> next) {
        portal.answer(request);
        return next.get();
    }

    private UUID provisioned(String name) {
        AccountEntry entry = new AccountEntry(name, name, "sl", false);
        UUID request = portal.ask(MessageType.PROVISION_ACCOUNT, null, entry, ProvisionAccount::new);
        return portal.answer(request, AccountProvisioned.class).accountId();
    }

    private UUID withEmail() {
        UUID account = provisioned("p" + UUID.randomUUID());
        Flow flow = Flow.begin();
        UUID begun = register(account, MethodKind.EMAIL, flow, new MethodEntry("p@example.org", null, null));
        portal.answer(prove(flow, letter(begun).code()), MethodRegistered.class);
        return account;
    }

    private static UUID register(UUID account, MethodKind kind, Flow flow, MethodEntry entry) {
        return portal.ask(
                MessageType.REGISTER_METHOD,
                flow.id(),
                entry,
                seal -> new RegisterMethod(flow.id(), flow.secret().hash(), kind, seal),
                account);
    }

    private static UUID prove(Flow flow, String proof) {
        return portal.ask(
                MessageType.SUBMIT_PROOF,
                flow.id(),
                new ProofEntry(flow.secret().text(), proof, null),
                seal -> new SubmitProof(flow.id(), seal));
    }

    private static UUID start(UUID account, MethodKind kind, Flow flow, Instant end) {
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

    private static CodeLetter letter(UUID request) {
        Envelope<Message> message = toNotification.awaitMessage(told -> request.equals(told.correlationId()));
        return People.openForNotification(
                ((DeliverCode) message.message()).sealed(), MessageType.DELIVER_CODE, message.id(), CodeLetter.class);
    }

    private static Envelope<Message> state(String topic, String key) {
        try (RecordedTopic states = new RecordedTopic(topic)) {
            return RecordedTopic.decode(
                    states.await(record -> new String(record.key(), StandardCharsets.UTF_8).equals(key)));
        }
    }

    private static String withoutIdsAndTimes(ConsumerRecord<byte[], byte[]> record) {
        String headers = String.join("\n", names(record));
        return (headers + new String(record.value(), StandardCharsets.UTF_8))
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "id")
                .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z", "time");
    }

    private static List<String> names(ConsumerRecord<byte[], byte[]> record) {
        List<String> names = new ArrayList<>();
        record.headers().forEach(header -> names.add(header.key() + " " + header.value().length));
        return names;
    }

    /** Topic and type of everything that these requests led to. */
    private static List<String> recordsCausedBy(List<UUID> requests) {
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

    private static boolean isUp(String name) {
        var health =
                service.getBean(name + "HealthIndicator", HealthIndicator.class).health();
        return health != null && health.getStatus().equals(Status.UP);
    }
}
