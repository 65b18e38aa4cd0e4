package io.sspr.reset;

import static org.awaitility.Awaitility.await;

import io.sspr.contract.ContractJson;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.internal.StartVerification;
import io.sspr.contract.request.CancelReset;
import io.sspr.contract.request.ChangePassword;
import io.sspr.contract.request.CheckPassword;
import io.sspr.contract.request.ChooseMethod;
import io.sspr.contract.request.ContactAdministrator;
import io.sspr.contract.request.DisputeReset;
import io.sspr.contract.request.ImportCredential;
import io.sspr.contract.request.Request;
import io.sspr.contract.request.RequestReset;
import io.sspr.contract.request.RequestUnlock;
import io.sspr.contract.request.SignIn;
import io.sspr.contract.request.StartResetFor;
import io.sspr.contract.request.SubmitNewPassword;
import io.sspr.contract.request.Unblock;
import io.sspr.contract.seal.Assertion;
import io.sspr.contract.seal.FlowSecret;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.seal.Sealer;
import io.sspr.contract.seal.Sha256;
import io.sspr.contract.secret.AccountChoice;
import io.sspr.contract.secret.DisputeEntry;
import io.sspr.contract.secret.FlowKey;
import io.sspr.contract.secret.InitialCredential;
import io.sspr.contract.secret.LoginEntry;
import io.sspr.contract.secret.NewPasswordEntry;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.secret.PasswordEntry;
import io.sspr.contract.secret.PasswordPair;
import io.sspr.contract.secret.Secret;
import io.sspr.contract.secret.SignInEntry;
import io.sspr.messaging.testing.RecordedTopic;
import io.sspr.messaging.testing.RunningKafka;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A front end that knows the contract only, and registration-service where a code has to be verified. */
final class Portal implements AutoCloseable {

    static final Origin HOME = new Origin("192.0.2.0/24", "Firefox");

    final String name;
    final RecordedTopic replies;
    final RecordedTopic internal;
    private @Nullable ProducerRecord<byte[], byte[]> last;
    private final Sealer sealer =
            Sealer.to(RunningReset.KEYS.keySet(Service.RESET.principal()).current());

    Portal(String name) {
        this.name = name;
        // The service makes the topics as it starts.
        RunningReset.jdbc();
        replies = new RecordedTopic(Topics.replies(name));
        internal = new RecordedTopic(Topics.internal(Service.REGISTRATION));
    }

    /** A handle on a reset and its secret. */
    record Flow(UUID id, FlowSecret secret) {

        static Flow begin() {
            return new Flow(UUID.randomUUID(), FlowSecret.generate(new SecureRandom()));
        }
    }

    UUID requestReset(Flow flow, String login) {
        return ask(
                MessageType.REQUEST_RESET,
                flow.id(),
                new LoginEntry(login, HOME),
                content -> new RequestReset(flow.id(), flow.secret().hash(), content));
    }

    UUID requestUnlock(Flow flow, String login) {
        return ask(
                MessageType.REQUEST_UNLOCK,
                flow.id(),
                new LoginEntry(login, HOME),
                content -> new RequestUnlock(flow.id(), flow.secret().hash(), content));
    }

    UUID chooseMethod(Flow flow, MethodKind kind) {
        return ask(
                MessageType.CHOOSE_METHOD,
                flow.id(),
                new FlowKey(flow.secret().text()),
                content -> new ChooseMethod(flow.id(), kind, content));
    }

    UUID submitNewPassword(Flow flow, String password) {
        return submitNewPassword(flow, password, null);
    }

    UUID submitNewPassword(Flow flow, String password, @Nullable Origin origin) {
        NewPasswordEntry entry = new NewPasswordEntry(flow.secret().text(), password, origin);
        return ask(
                MessageType.SUBMIT_NEW_PASSWORD,
                flow.id(),
                entry,
                content -> new SubmitNewPassword(flow.id(), content));
    }

    UUID cancelReset(Flow flow) {
        return ask(
                MessageType.CANCEL_RESET,
                flow.id(),
                new FlowKey(flow.secret().text()),
                content -> new CancelReset(flow.id(), content));
    }

    UUID contactAdministrator(Flow flow) {
        return ask(
                MessageType.CONTACT_ADMINISTRATOR,
                flow.id(),
                new FlowKey(flow.secret().text()),
                content -> new ContactAdministrator(flow.id(), content));
    }

    UUID dispute(DisputeEntry entry) {
        return ask(MessageType.DISPUTE_RESET, null, entry, DisputeReset::new);
    }

    UUID startResetFor(UUID administrator, String login) {
        return askAs(
                administrator,
                List.of("mfa"),
                MessageType.START_RESET_FOR,
                new AccountChoice(login),
                StartResetFor::new);
    }

    UUID unblock(UUID administrator, String login) {
        return askAs(administrator, List.of("mfa"), MessageType.UNBLOCK, new AccountChoice(login), Unblock::new);
    }

    UUID signIn(String login, String password, @Nullable Origin origin) {
        return ask(MessageType.SIGN_IN, null, new SignInEntry(login, password, origin), content -> new SignIn(content));
    }

    /** From where it was typed says the one seal, from where the front end saw it come the other. */
    UUID signInSeen(String login, String password, Origin typed, Origin seen) {
        UUID id = UUID.randomUUID();
        Sealed entry = seal(MessageType.SIGN_IN, id, null, new SignInEntry(login, password, typed));
        send(record(id, new SignIn(entry, seal(MessageType.SIGN_IN, id, null, seen))));
        return id;
    }

    UUID checkPassword(String password) {
        return ask(MessageType.CHECK_PASSWORD, null, new PasswordEntry(password), CheckPassword::new);
    }

    UUID checkPassword(Flow flow, @Nullable String secret, String password) {
        return ask(
                MessageType.CHECK_PASSWORD,
                flow.id(),
                new PasswordEntry(password, secret),
                content -> new CheckPassword(flow.id(), content));
    }

    /** With an assertion that is none. */
    UUID checkPasswordClaiming(String assertion, String password) {
        UUID id = UUID.randomUUID();
        Sealed seal = seal(MessageType.CHECK_PASSWORD, id, null, new PasswordEntry(password));
        ProducerRecord<byte[], byte[]> record = record(id, new CheckPassword(seal));
        record.headers().add("assertion", assertion.getBytes(StandardCharsets.UTF_8));
        send(record);
        return id;
    }

    UUID checkPasswordAs(UUID accountId, String password) {
        return askAs(
                accountId, List.of("pwd"), MessageType.CHECK_PASSWORD, new PasswordEntry(password), CheckPassword::new);
    }

    UUID importCredential(UUID accountId, InitialCredential credential) {
        return ask(
                MessageType.IMPORT_CREDENTIAL, null, credential, content -> new ImportCredential(accountId, content));
    }

    UUID changePassword(UUID accountId, String current, String wanted) {
        return askAs(
                accountId,
                List.of("pwd"),
                MessageType.CHANGE_PASSWORD,
                new PasswordPair(current, wanted, HOME),
                ChangePassword::new);
    }

    /** In the name of a person who is signed in, by those means. */
    UUID askAs(UUID accountId, List<String> amr, MessageType type, Secret secret, Function<Sealed, Request> request) {
        UUID id = UUID.randomUUID();
        ProducerRecord<byte[], byte[]> record = record(id, request.apply(seal(type, id, null, secret)));
        Instant now = Instant.now();
        Assertion assertion = new Assertion(
                name,
                accountId,
                Service.RESET.principal(),
                type.wireName(),
                id,
                Sha256.of(record.value()),
                now,
                now,
                amr);
        String jws = RunningReset.KEYS.assertionSigner(name).sign(assertion);
        record.headers().add("assertion", jws.getBytes(StandardCharsets.UTF_8));
        send(record);
        return id;
    }

    /** The verification that a choice started, once registration-service would hear of it. */
    StartVerification verification(UUID choice) {
        return (StartVerification) internal.awaitMessage(message -> choice.equals(message.correlationId()))
                .message();
    }

    /** The right code for it; the id that the proof is answered under. */
    UUID prove(StartVerification verification) {
        UUID proof = UUID.randomUUID();
        RunningReset.tell(
                Topics.events(Service.REGISTRATION),
                verification.accountId().toString(),
                new CodeVerified(
                        verification.verificationId(),
                        verification.accountId(),
                        verification.resetId(),
                        UUID.randomUUID(),
                        verification.kind(),
                        verification.purpose()),
                proof);
        return proof;
    }

    /** The answer to a request, waiting for it. */
    Message answer(UUID request) {
        return replies.awaitMessage(reply -> request.equals(reply.correlationId()))
                .message();
    }

    /** A reset with one method proven, ready for its new password. */
    Flow authorised(String login) {
        Flow flow = Flow.begin();
        answer(requestReset(flow, login));
        answer(prove(verification(chooseMethod(flow, MethodKind.EMAIL))));
        return flow;
    }

    private UUID ask(MessageType type, @Nullable UUID flow, Secret secret, Function<Sealed, Request> request) {
        UUID id = UUID.randomUUID();
        send(record(id, request.apply(seal(type, id, flow, secret))));
        return id;
    }

    /** Writes the last record anew, as whoever captured it could; returns when the service is past it. */
    void writeAgain() {
        RunningKafka.send(Objects.requireNonNull(last, "nothing was asked yet"));
        String topic = Topics.requests(Service.RESET, name);
        int written = RunningKafka.read(topic).size();
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        RunningReset.count("select sum(next_offset) from positions where topic = ?", topic) == written);
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        last = record;
        RunningKafka.send(record);
    }

    private Sealed seal(MessageType type, UUID id, @Nullable UUID flow, Secret secret) {
        SealContext context = new SealContext(Service.RESET.principal(), type.wireName(), id, flow);
        return sealer.seal(ContractJson.write(secret), context, Instant.now());
    }

    private ProducerRecord<byte[], byte[]> record(UUID id, Request request) {
        Envelope<Request> envelope = Envelope.request(id, name, Instant.now(), request);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(Topics.requests(Service.RESET, name), null, MessageCodec.value(envelope));
        MessageCodec.headers(envelope)
                .forEach((key, value) -> record.headers().add(key, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    @Override
    public void close() {
        replies.close();
        internal.close();
    }
}
