package io.sspr.client;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Service;
import io.sspr.contract.request.CancelReset;
import io.sspr.contract.request.ChangePassword;
import io.sspr.contract.request.CheckPassword;
import io.sspr.contract.request.ChooseMethod;
import io.sspr.contract.request.CollectRecoveryCode;
import io.sspr.contract.request.ImportCredential;
import io.sspr.contract.request.ProvisionAccount;
import io.sspr.contract.request.ProvisionGroup;
import io.sspr.contract.request.RegisterMethod;
import io.sspr.contract.request.Request;
import io.sspr.contract.request.RequestReset;
import io.sspr.contract.request.RequestUnlock;
import io.sspr.contract.request.ResendCode;
import io.sspr.contract.request.SignIn;
import io.sspr.contract.request.SubmitNewPassword;
import io.sspr.contract.request.SubmitProof;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.secret.FlowKey;
import io.sspr.contract.secret.FlowReplyKey;
import io.sspr.contract.secret.GroupEntry;
import io.sspr.contract.secret.InitialCredential;
import io.sspr.contract.secret.LoginEntry;
import io.sspr.contract.secret.MethodEntry;
import io.sspr.contract.secret.NewPasswordEntry;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.secret.PasswordEntry;
import io.sspr.contract.secret.PasswordPair;
import io.sspr.contract.secret.ProofEntry;
import io.sspr.contract.secret.Secret;
import io.sspr.contract.secret.SignInEntry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** A client of the contract, for any number of flows at once on any number of threads. */
public final class FrontEnd implements AutoCloseable {

    /** The address range is for documentation (RFC 5737). */
    private static final Origin ORIGIN = new Origin("192.0.2.0/24", "Demonstration");

    private final Origin here;
    private final FrontEndSettings settings;
    private final Answers answers = new Answers();
    private final ReplyReader reader;
    private final RequestWriter writer;

    private FrontEnd(FrontEndSettings settings, Origin here) {
        this.here = here;
        this.settings = settings;
        KeySets keySets = new KeySets(settings.anchorThumbprint());
        this.reader = new ReplyReader(settings, answers, keySets, Duration.ZERO);
        this.writer = new RequestWriter(settings, keySets, Clock.systemUTC());
    }

    /** Connects; returns when no reply can be missed any more. Throws IllegalStateException if Kafka does not know the client. */
    public static FrontEnd connect(FrontEndSettings settings) {
        return connect(settings, ORIGIN);
    }

    /** The same for people who are there. */
    public static FrontEnd connect(FrontEndSettings settings, Origin here) {
        FrontEnd frontEnd = new FrontEnd(settings, here);
        frontEnd.reader.start();
        return frontEnd;
    }

    /** The name it is known by. */
    public String client() {
        return settings.client();
    }

    /** Makes an account known. */
    public Asked provision(AccountEntry account) {
        return ask(MessageType.PROVISION_ACCOUNT, null, account, ProvisionAccount::new, null);
    }

    /** Makes a group known. */
    public Asked provision(GroupEntry group) {
        return ask(MessageType.PROVISION_GROUP, null, group, ProvisionGroup::new, null);
    }

    /** Asks which rules a password would break. */
    public Asked checkPassword(String password) {
        return ask(MessageType.CHECK_PASSWORD, null, new PasswordEntry(password), CheckPassword::new, null);
    }

    /** The same of the new password of an authorised reset: those that hold for the person. */
    public Asked checkPassword(Flow flow, String password) {
        PasswordEntry entry = new PasswordEntry(password, flow.secret().text());
        return ask(MessageType.CHECK_PASSWORD, flow, entry, seal -> new CheckPassword(flow.id(), seal), null);
    }

    /** The same for somebody who is signed in. */
    public Asked checkPassword(Person person, String password) {
        return ask(MessageType.CHECK_PASSWORD, null, new PasswordEntry(password), CheckPassword::new, person);
    }

    /** Gives an account its first credential. */
    public Asked importCredential(UUID accountId, InitialCredential credential) {
        return ask(
                MessageType.IMPORT_CREDENTIAL, null, credential, seal -> new ImportCredential(accountId, seal), null);
    }

    /** Checks a login and a password; seen from here, which is sealed apart, as where the browser makes the other seal. */
    public Asked signIn(String login, String password) {
        return askSeen(MessageType.SIGN_IN, null, new SignInEntry(login, password, null), SignIn::new);
    }

    /** Replaces a known password. */
    public Asked changePassword(Person person, String current, String wanted) {
        PasswordPair pair = new PasswordPair(current, wanted, here);
        return ask(MessageType.CHANGE_PASSWORD, null, pair, ChangePassword::new, person);
    }

    /** Starts to register an address; a code goes there. */
    public Asked registerEmail(Person person, Flow flow, String address) {
        return registerMethod(person, flow, MethodKind.EMAIL, new MethodEntry(address, null, here));
    }

    /** Starts to register an authenticator app; its secret comes back sealed to the key. */
    public Asked registerAuthenticator(Person person, Flow flow, ReplyKey key) {
        MethodEntry entry = new MethodEntry(null, key.publicJwk(), here);
        return registerMethod(person, flow, MethodKind.AUTHENTICATOR_APP, entry);
    }

    /** Starts to register any method. */
    public Asked registerMethod(Person person, Flow flow, MethodKind kind, MethodEntry entry) {
        return ask(
                MessageType.REGISTER_METHOD,
                flow,
                entry,
                seal -> new RegisterMethod(flow.id(), flow.secret().hash(), kind, seal),
                person);
    }

    /** Starts the reset of a forgotten password; seen from here as well. */
    public Asked requestReset(Flow flow, String login) {
        return askSeen(
                MessageType.REQUEST_RESET,
                flow,
                new LoginEntry(login, null),
                (seal, seenFrom) -> new RequestReset(flow.id(), flow.secret().hash(), seal, seenFrom));
    }

    /** Chooses what to prove next. */
    public Asked chooseMethod(Flow flow, MethodKind kind) {
        return ask(MessageType.CHOOSE_METHOD, flow, key(flow), seal -> new ChooseMethod(flow.id(), kind, seal), null);
    }

    /** Hands in a code. */
    public Asked submitProof(Flow flow, String proof) {
        ProofEntry entry = new ProofEntry(flow.secret().text(), proof, here);
        return ask(MessageType.SUBMIT_PROOF, flow, entry, seal -> new SubmitProof(flow.id(), seal), null);
    }

    /** Asks for a new code. */
    public Asked resend(Flow flow) {
        return ask(MessageType.RESEND_CODE, flow, key(flow), seal -> new ResendCode(flow.id(), seal), null);
    }

    /** Sets the new password of an authorised reset. */
    public Asked submitNewPassword(Flow flow, String newPassword) {
        NewPasswordEntry entry = new NewPasswordEntry(flow.secret().text(), newPassword, here);
        return ask(MessageType.SUBMIT_NEW_PASSWORD, flow, entry, seal -> new SubmitNewPassword(flow.id(), seal), null);
    }

    /** Begins to unlock an account whose password is known. */
    public Asked requestUnlock(Flow flow, String login) {
        return ask(
                MessageType.REQUEST_UNLOCK,
                flow,
                new LoginEntry(login, here),
                seal -> new RequestUnlock(flow.id(), flow.secret().hash(), seal),
                null);
    }

    /** Collects the successor of the recovery code that the flow has used; it comes back sealed to the key. */
    public Asked collectRecoveryCode(Flow flow, ReplyKey key) {
        FlowReplyKey entry = new FlowReplyKey(flow.secret().text(), key.publicJwk(), here);
        return ask(
                MessageType.COLLECT_RECOVERY_CODE, flow, entry, seal -> new CollectRecoveryCode(flow.id(), seal), null);
    }

    /** Ends a reset without a new password. */
    public Asked cancel(Flow flow) {
        return ask(MessageType.CANCEL_RESET, flow, key(flow), seal -> new CancelReset(flow.id(), seal), null);
    }

    /**
     * Sends a record as it is, good or bad, to this client's requests of a service; what Kafka refuses fails the answer.
     * Expects the reply under {@code ce_id}: sending an id again gives the reply of the first time.
     */
    public Asked send(Service service, Map<String, String> headers, byte @Nullable [] value) {
        RecordHeaders read = new RecordHeaders();
        headers.forEach((name, text) -> read.add(name, text.getBytes(StandardCharsets.UTF_8)));
        UUID named = MessageCodec.id(read);
        // Without an id there is nothing to answer under; the answer then stays open.
        UUID id = named == null ? UUID.randomUUID() : named;
        return expect(
                id,
                headers.getOrDefault("ce_type", "a request without type"),
                () -> writer.write(service, id, headers, value));
    }

    /** Seals content of a request for a service, for requests that are made by hand. */
    public Sealed seal(Service service, SealContext context, Secret content) {
        return writer.seal(service, context, content);
    }

    /** The header {@code assertion} of a request that is made by hand; throws IllegalStateException without a signer. */
    public String assertion(Person person, MessageType type, UUID request, byte[] value) {
        return writer.assertion(person, type, request, value);
    }

    /** All replies to that request of ours seen so far; more than one breaks guarantee G1. */
    public List<Envelope<Message>> repliesTo(UUID request) {
        return answers.to(request);
    }

    /** Requests of ours that were answered more than once, one entry for each reply too many. */
    public List<UUID> answeredTwice() {
        return answers.answeredTwice();
    }

    /** Where everybody of this front end seems to be. */
    public Origin origin() {
        return here;
    }

    /** Asks for anything. */
    public Asked ask(
            MessageType type,
            @Nullable Flow flow,
            Secret content,
            Function<Sealed, Request> request,
            @Nullable Person person) {
        UUID id = UUID.randomUUID();
        UUID flowId = flow == null ? null : flow.id();
        Request sealed = request.apply(writer.seal(type, id, flowId, content));
        return expect(id, type.wireName(), () -> writer.write(id, flowId, sealed, person));
    }

    private Asked askSeen(
            MessageType type, @Nullable Flow flow, Secret content, BiFunction<Sealed, Sealed, Request> request) {
        UUID id = UUID.randomUUID();
        UUID flowId = flow == null ? null : flow.id();
        Sealed sealed = writer.seal(type, id, flowId, content);
        Request asked = request.apply(sealed, writer.seal(type, id, flowId, here));
        return expect(id, type.wireName(), () -> writer.write(id, flowId, asked, null));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what it comes to is told to the answers
    private Asked expect(UUID id, String type, Supplier<CompletableFuture<Void>> write) {
        CompletableFuture<Envelope<Message>> answer = answers.expect(id);
        write.get().whenComplete((nothing, fault) -> {
            if (fault != null) answers.failed(id, fault);
        });
        return new Asked(id, type, answer, settings.patience());
    }

    /** What a request holds in its seal that needs nothing but the flow. */
    public static FlowKey key(Flow flow) {
        return new FlowKey(flow.secret().text());
    }

    @Override
    public void close() {
        writer.close();
        reader.close();
    }
}
