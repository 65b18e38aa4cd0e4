package io.sspr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.sspr.client.Asked;
import io.sspr.client.Flow;
import io.sspr.client.FrontEnd;
import io.sspr.contract.ContractJson;
import io.sspr.contract.Envelope;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.request.ChangePassword;
import io.sspr.contract.request.ChooseMethod;
import io.sspr.contract.request.ProvisionAccount;
import io.sspr.contract.request.RegisterMethod;
import io.sspr.contract.request.Request;
import io.sspr.contract.request.RequestReset;
import io.sspr.contract.request.SignIn;
import io.sspr.contract.seal.Assertion;
import io.sspr.contract.seal.AssertionSigner;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.seal.Sha256;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.secret.FlowKey;
import io.sspr.contract.secret.LoginEntry;
import io.sspr.contract.secret.MethodEntry;
import io.sspr.contract.secret.PasswordPair;
import io.sspr.contract.secret.Secret;
import io.sspr.contract.secret.SignInEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each kind of bad input is refused with a reason or put aside with one, and the next message is handled as ever. */
class BadInputTests {

    private static final String RESET_REQUESTS = Topics.requests(Service.RESET, "portal");

    private final TestSystem system = TestSystem.shared();
    private final FrontEnd portal = system.portal();

    @AfterEach
    void theNextMessageIsHandledAsIfNothingHadBeen() {
        MethodsOffered offered = portal.requestReset(Flow.begin(), "somebody-" + UUID.randomUUID())
                .reply(MethodsOffered.class);
        assertThat(offered.gates()).isEqualTo(2);
        assertThat(system.isHealthy()).isTrue();
    }

    @Test
    void notJson() {
        Asked asked = portal.send(Service.RESET, headers(MessageType.SIGN_IN, UUID.randomUUID()), utf8("{not json"));
        assertThat(reason(asked)).isEqualTo(Refusal.MALFORMED);
        assertThat(system.deadLetter(RESET_REQUESTS, asked.id())).contains("MALFORMED");
    }

    @Test
    void noHeaders() {
        byte[] marked = utf8("no headers " + UUID.randomUUID());
        portal.send(Service.RESET, Map.of(), marked);
        assertThat(system.deadLetter(RESET_REQUESTS, marked)).contains("MALFORMED");
    }

    @Test
    void noValue() {
        Asked asked = portal.send(Service.RESET, headers(MessageType.SIGN_IN, UUID.randomUUID()), null);
        assertThat(reason(asked)).isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void unknownType() {
        Map<String, String> headers = headers(MessageType.SIGN_IN, UUID.randomUUID());
        headers.put("ce_type", "sspr.request.fly.v1");
        assertThat(reason(portal.send(Service.RESET, headers, utf8("{}")))).isEqualTo(Refusal.UNKNOWN_TYPE);
    }

    @Test
    void unknownVersion() {
        Map<String, String> headers = headers(MessageType.SIGN_IN, UUID.randomUUID());
        headers.put("ce_type", "sspr.request.sign-in.v99");
        assertThat(reason(portal.send(Service.RESET, headers, utf8("{}")))).isEqualTo(Refusal.UNKNOWN_TYPE);
    }

    @Test
    void idThatIsNoUuid() {
        Map<String, String> headers = headers(MessageType.SIGN_IN, UUID.randomUUID());
        headers.put("ce_id", "42; drop table resets");
        byte[] marked = utf8("{\"mark\":\"" + UUID.randomUUID() + "\"}");
        portal.send(Service.RESET, headers, marked);
        assertThat(system.deadLetter(RESET_REQUESTS, marked)).contains("INVALID_ID");
    }

    @Test
    void traceHeaderThatIsNoTrace() {
        Map<String, String> headers = headers(MessageType.SIGN_IN, UUID.randomUUID());
        headers.put("traceparent", "ana.novak@example.org");
        assertThat(reason(portal.send(Service.RESET, headers, utf8("{}")))).isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void nearly64KiBOfNonsense() {
        byte[] nonsense = new byte[63 * 1024];
        java.util.Arrays.fill(nonsense, (byte) '[');
        Asked asked = portal.send(Service.RESET, headers(MessageType.SIGN_IN, UUID.randomUUID()), nonsense);
        assertThat(reason(asked)).isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void moreThan64KiBIsRefusedByTheBrokerAtOnce() throws InterruptedException {
        Asked asked = portal.send(Service.RESET, headers(MessageType.SIGN_IN, UUID.randomUUID()), new byte[70 * 1024]);
        try {
            asked.answer().get();
        } catch (ExecutionException e) {
            assertThat(e).hasRootCauseInstanceOf(RecordTooLargeException.class);
            return;
        }
        throw new AssertionError("it was taken");
    }

    @Test
    void sealedWithAKeyOfSomebodyElse() throws Exception {
        ECKey own = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        assertThat(reason(signIn(id -> jwe(own, own.getKeyID(), EncryptionMethod.A256GCM, id))))
                .isEqualTo(Refusal.SEAL_UNKNOWN_KEY);
    }

    @Test
    void sealedWithAnotherKeyUnderTheKidOfTheService() throws Exception {
        ECKey own = new ECKeyGenerator(Curve.P_256).generate();
        String kid = system.sealingKeyId(Service.RESET);
        assertThat(reason(signIn(id -> jwe(own, kid, EncryptionMethod.A256GCM, id))))
                .isEqualTo(Refusal.SEAL_BROKEN);
    }

    @Test
    void sealedToTheWrongService() {
        assertThat(reason(signIn(id -> portal.seal(
                        Service.REGISTRATION,
                        new SealContext("registration-service", MessageType.SIGN_IN.wireName(), id, null),
                        new SignInEntry("a", "b", null)))))
                .isEqualTo(Refusal.SEAL_UNKNOWN_KEY);
    }

    @Test
    void sealedToTheRightKeyForAnotherAudience() {
        assertThat(reason(signIn(id -> portal.seal(
                        Service.RESET,
                        new SealContext("registration-service", MessageType.SIGN_IN.wireName(), id, null),
                        new SignInEntry("a", "b", null)))))
                .isEqualTo(Refusal.SEAL_WRONG_AUDIENCE);
    }

    @Test
    void algorithmNotOnTheList() throws Exception {
        ECKey own = new ECKeyGenerator(Curve.P_256).generate();
        String kid = system.sealingKeyId(Service.RESET);
        assertThat(reason(signIn(id -> jwe(own, kid, EncryptionMethod.A128GCM, id))))
                .isEqualTo(Refusal.SEAL_ALGORITHM);
    }

    @Test
    void notEvenASeal() {
        Asked asked = portal.send(
                Service.RESET, headers(MessageType.SIGN_IN, UUID.randomUUID()), utf8("{\"sealed\":\"hello\"}"));
        assertThat(reason(asked)).isIn(Refusal.MALFORMED, Refusal.SEAL_MALFORMED);
    }

    @Test
    void ciphertextMovedFromAnotherMessage() {
        assertThat(reason(signIn(id -> sealedSignIn(UUID.randomUUID())))).isEqualTo(Refusal.SEAL_WRONG_MESSAGE);
    }

    @Test
    void ciphertextMovedFromAnotherFlow() {
        Flow mine = begun();
        Flow other = begun();
        UUID id = UUID.randomUUID();
        Sealed forOther = portal.seal(
                Service.RESET,
                new SealContext("reset-service", MessageType.CHOOSE_METHOD.wireName(), id, other.id()),
                new FlowKey(mine.secret().text()));
        assertThat(reason(request(id, new ChooseMethod(mine.id(), MethodKind.EMAIL, forOther), null)))
                .isEqualTo(Refusal.SEAL_WRONG_MESSAGE);
    }

    @Test
    void ciphertextMovedFromAnotherType() {
        assertThat(reason(signIn(id -> portal.seal(
                        Service.RESET,
                        new SealContext("reset-service", MessageType.CHANGE_PASSWORD.wireName(), id, null),
                        new SignInEntry("a", "b", null)))))
                .isEqualTo(Refusal.SEAL_WRONG_MESSAGE);
    }

    @Test
    void wrongFlowSecret() {
        Flow mine = begun();
        Flow guessed = new Flow(mine.id(), Flow.begin().secret());
        assertThat(reason(portal.chooseMethod(guessed, MethodKind.EMAIL))).isEqualTo(Refusal.WRONG_FLOW_SECRET);
        portal.chooseMethod(mine, MethodKind.EMAIL).reply(ChallengeReady.class);
        assertThat(reason(portal.submitProof(guessed, "12345678"))).isEqualTo(Refusal.WRONG_FLOW_SECRET);
        assertThat(reason(portal.cancel(guessed))).isEqualTo(Refusal.WRONG_FLOW_SECRET);
    }

    @Test
    void flowThatNobodyStarted() {
        assertThat(reason(portal.chooseMethod(Flow.begin(), MethodKind.EMAIL))).isEqualTo(Refusal.UNKNOWN_FLOW);
        assertThat(reason(portal.submitProof(Flow.begin(), "12345678"))).isEqualTo(Refusal.UNKNOWN_FLOW);
    }

    @Test
    void replayedIdHasNoSecondEffectAndNoSecondReply() {
        Flow flow = Flow.begin();
        UUID id = UUID.randomUUID();
        RequestReset request = new RequestReset(flow.id(), flow.secret().hash(), sealedLogin(id, flow));
        assertThat(request(id, request, null).reply()).isInstanceOf(MethodsOffered.class);
        request(id, request, null);
        begun();
        assertThat(system.replies("portal", id)).hasSize(1);
    }

    @Test
    void sameIdWithOtherContent() {
        UUID id = UUID.randomUUID();
        Flow first = Flow.begin();
        request(id, new RequestReset(first.id(), first.secret().hash(), sealedLogin(id, first)), null)
                .reply();
        Flow second = Flow.begin();
        request(id, new RequestReset(second.id(), second.secret().hash(), sealedLogin(id, second)), null);
        begun();
        assertThat(system.replies("portal", id))
                .anySatisfy(reply -> assertThat(reply)
                        .isInstanceOfSatisfying(
                                RequestRefused.class,
                                refused -> assertThat(refused.reason()).isEqualTo(Refusal.REQUEST_ID_REUSED)));
    }

    @Test
    void stepOutOfOrder() {
        Flow flow = begun();
        assertThat(reason(portal.submitNewPassword(flow, "correct horse battery staple")))
                .isEqualTo(Refusal.OUT_OF_ORDER);
    }

    @Test
    void requestThatItsClientMayNotSend() {
        UUID id = UUID.randomUUID();
        Sealed sealed = portal.seal(
                Service.REGISTRATION,
                new SealContext("registration-service", MessageType.PROVISION_ACCOUNT.wireName(), id, null),
                new AccountEntry("x", "x", "en", true));
        assertThat(reason(request(id, new ProvisionAccount(sealed), null))).isEqualTo(Refusal.NOT_ALLOWED_FOR_CLIENT);
    }

    @Test
    void requestOnTheTopicOfAnotherService() {
        Flow flow = Flow.begin();
        UUID id = UUID.randomUUID();
        RequestReset request = new RequestReset(flow.id(), flow.secret().hash(), sealedLogin(id, flow));
        Envelope<Request> envelope = Envelope.request(id, "portal", Instant.now(), request);
        Asked asked = portal.send(
                Service.REGISTRATION, new HashMap<>(MessageCodec.headers(envelope)), MessageCodec.value(envelope));
        assertThat(reason(asked)).isEqualTo(Refusal.NOT_ALLOWED_FOR_CLIENT);
    }

    @Test
    void noAssertion() {
        UUID id = UUID.randomUUID();
        assertThat(reason(request(id, changePassword(id), null))).isEqualTo(Refusal.ASSERTION_MISSING);
    }

    @Test
    void expiredAssertion() {
        assertThat(reason(asserting(
                        a -> with(a, a.audience(), a.requestId(), a.issuedAt().minus(Duration.ofMinutes(6))))))
                .isEqualTo(Refusal.ASSERTION_EXPIRED);
    }

    @Test
    void assertionForAnotherService() {
        assertThat(reason(asserting(a -> with(a, "registration-service", a.requestId(), a.issuedAt()))))
                .isEqualTo(Refusal.ASSERTION_MISMATCH);
    }

    @Test
    void assertionForAnotherRequest() {
        assertThat(reason(asserting(a -> with(a, a.audience(), UUID.randomUUID(), a.issuedAt()))))
                .isEqualTo(Refusal.ASSERTION_MISMATCH);
    }

    @Test
    void assertionForOtherContent() {
        assertThat(reason(asserting(a -> new Assertion(
                        a.issuer(),
                        a.subject(),
                        a.audience(),
                        a.action(),
                        a.requestId(),
                        Sha256.of(utf8("something else")),
                        a.issuedAt(),
                        a.authTime(),
                        a.amr()))))
                .isEqualTo(Refusal.ASSERTION_MISMATCH);
    }

    @Test
    void forgedAssertion() throws Exception {
        AssertionSigner forger = new AssertionSigner(
                new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate());
        UUID id = UUID.randomUUID();
        assertThat(reason(request(id, changePassword(id), forger))).isEqualTo(Refusal.ASSERTION_INVALID);
    }

    @Test
    void assertionOfSomebodyElse() {
        UUID id = UUID.randomUUID();
        Flow flow = Flow.begin();
        Sealed sealed = portal.seal(
                Service.REGISTRATION,
                new SealContext("registration-service", MessageType.REGISTER_METHOD.wireName(), id, flow.id()),
                new MethodEntry("nobody@example.org", null, null));
        RegisterMethod request = new RegisterMethod(flow.id(), flow.secret().hash(), MethodKind.EMAIL, sealed);
        // The person it names is nobody's account.
        assertThat(reason(request(id, request, system.assertionSigner("portal"))))
                .isEqualTo(Refusal.UNKNOWN_ACCOUNT);
    }

    @Test
    void loginThatIsAListOfLogins() {
        UUID id = UUID.randomUUID();
        Map<String, String> headers = headers(MessageType.REQUEST_RESET, id);
        byte[] value = utf8("{\"flow\":[\"" + UUID.randomUUID() + "\"],\"flowHash\":\"x\",\"sealed\":\"y\"}");
        assertThat(reason(portal.send(Service.RESET, headers, value))).isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void provisioningIsUnharmed() {
        String login = "after-" + UUID.randomUUID();
        AccountProvisioned provisioned = system.directory()
                .provision(new AccountEntry(login, login, "sl", false))
                .reply(AccountProvisioned.class);
        assertThat(provisioned.created()).isTrue();
    }

    private interface Sealing {
        Sealed seal(UUID id) throws Exception;
    }

    private interface Asserting {
        Assertion change(Assertion right);
    }

    private Asked signIn(Sealing sealing) {
        UUID id = UUID.randomUUID();
        try {
            return request(id, new SignIn(sealing.seal(id)), null);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Sealed sealedSignIn(UUID id) {
        return portal.seal(
                Service.RESET,
                new SealContext("reset-service", MessageType.SIGN_IN.wireName(), id, null),
                new SignInEntry("a", "b", null));
    }

    private Sealed sealedLogin(UUID id, Flow flow) {
        return portal.seal(
                Service.RESET,
                new SealContext("reset-service", MessageType.REQUEST_RESET.wireName(), id, flow.id()),
                new LoginEntry("nobody", null));
    }

    private ChangePassword changePassword(UUID id) {
        return new ChangePassword(portal.seal(
                Service.RESET,
                new SealContext("reset-service", MessageType.CHANGE_PASSWORD.wireName(), id, null),
                new PasswordPair("the current password", "the wanted password", null)));
    }

    private Asked asserting(Asserting change) {
        UUID id = UUID.randomUUID();
        ChangePassword request = changePassword(id);
        byte[] value = ContractJson.write(request);
        Assertion wrong = change.change(right(id, request, value));
        return send(id, request, system.assertionSigner("portal").sign(wrong));
    }

    private static Assertion right(UUID id, Request request, byte[] value) {
        MessageType type = MessageType.of(request);
        Instant now = Instant.now();
        return new Assertion(
                "portal",
                UUID.randomUUID(),
                type.receiver().principal(),
                type.wireName(),
                id,
                Sha256.of(value),
                now,
                now,
                List.of("pwd"));
    }

    private static Assertion with(Assertion right, String audience, UUID request, Instant issuedAt) {
        return new Assertion(
                right.issuer(),
                right.subject(),
                audience,
                right.action(),
                request,
                right.digest(),
                issuedAt,
                issuedAt,
                right.amr());
    }

    private Asked request(UUID id, Request request, @org.jspecify.annotations.Nullable AssertionSigner signer) {
        String assertion = signer == null ? null : signer.sign(right(id, request, ContractJson.write(request)));
        return send(id, request, assertion);
    }

    private Asked send(UUID id, Request request, @org.jspecify.annotations.Nullable String assertion) {
        Envelope<Request> envelope = Envelope.request(id, "portal", Instant.now(), request);
        Map<String, String> headers = new HashMap<>(MessageCodec.headers(envelope));
        if (assertion != null) headers.put("assertion", assertion);
        return portal.send(MessageType.of(request).receiver(), headers, MessageCodec.value(envelope));
    }

    private Flow begun() {
        Flow flow = Flow.begin();
        portal.requestReset(flow, "nobody-" + flow.id()).reply(MethodsOffered.class);
        return flow;
    }

    private static Refusal reason(Asked asked) {
        Reply reply = asked.reply();
        assertThat(reply).isInstanceOf(RequestRefused.class);
        return ((RequestRefused) reply).reason();
    }

    private static Map<String, String> headers(MessageType type, UUID id) {
        Map<String, String> headers = new HashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_source", "portal");
        headers.put("ce_type", type.wireName());
        headers.put("ce_time", Instant.now().toString());
        headers.put("content-type", "application/json");
        return headers;
    }

    private static Sealed jwe(ECKey key, String kid, EncryptionMethod enc, UUID id) throws Exception {
        Secret content = new SignInEntry("a", "b", null);
        JWEObject jwe = new JWEObject(
                new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, enc)
                        .keyID(kid)
                        .type(new com.nimbusds.jose.JOSEObjectType(MessageType.SIGN_IN.wireName()))
                        .audience(List.of("reset-service"))
                        .customParam("mid", id.toString())
                        .customParam("iat", Instant.now().getEpochSecond())
                        .build(),
                new Payload(ContractJson.write(content)));
        jwe.encrypt(new ECDHEncrypter(key.toECPublicKey()));
        return new Sealed(jwe.serialize());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
