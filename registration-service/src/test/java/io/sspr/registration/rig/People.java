package io.sspr.registration.rig;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.sspr.contract.ContractJson;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Undecodable;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.internal.DeliverCode;
import io.sspr.contract.internal.StartVerification;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.request.ProvisionAccount;
import io.sspr.contract.request.RegisterMethod;
import io.sspr.contract.request.ResendCode;
import io.sspr.contract.request.SubmitProof;
import io.sspr.contract.seal.Assertion;
import io.sspr.contract.seal.CannotOpen;
import io.sspr.contract.seal.FlowSecret;
import io.sspr.contract.seal.Opener;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.secret.CodeLetter;
import io.sspr.contract.secret.Enrolment;
import io.sspr.contract.secret.FlowKey;
import io.sspr.contract.secret.MethodEntry;
import io.sspr.contract.secret.ProofEntry;
import io.sspr.registration.totp.Totp;
import io.sspr.registration.totp.TotpSeed;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people and their front ends do, and what they see. */
public final class People {

    /** The rig hands over what a seal would have held, so the seal itself may be anything. */
    public static final Sealed SOME_SEAL = new Sealed("e30.AA.AA.AA.AA");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String NOTIFICATION = "notification-service";

    private final Rig rig;

    /** People who use that service. */
    public People(Rig rig) {
        this.rig = rig;
    }

    /** A flow and its secret. */
    public record Flow(UUID id, FlowSecret secret) {

        /** A new one. */
        public static Flow begin() {
            return new Flow(UUID.randomUUID(), FlowSecret.generate(RANDOM));
        }
    }

    /** A registered app. */
    public record App(UUID methodId, TotpSeed seed) {}

    /** A person nobody has provisioned before. */
    public UUID provision() {
        String name = "p" + UUID.randomUUID();
        return provision(new AccountEntry(name, name, "sl", false))
                .reply(AccountProvisioned.class)
                .accountId();
    }

    /** Provisions. */
    public Outcome provision(AccountEntry entry) {
        return rig.request(new ProvisionAccount(SOME_SEAL), entry, null);
    }

    /** The client's word that the person signed in just now. */
    public Assertion signedIn(UUID accountId) {
        return signedIn(accountId, rig.now());
    }

    /** The client's word that the person signed in at that time. */
    public Assertion signedIn(UUID accountId, Instant at) {
        return new Assertion(
                TestKeys.PORTAL,
                accountId,
                "registration-service",
                MessageType.REGISTER_METHOD.wireName(),
                UUID.randomUUID(),
                "",
                rig.now(),
                at,
                List.of("pwd"));
    }

    /** Begins to register an address. */
    public Outcome registerEmail(UUID accountId, Flow flow, @Nullable String address) {
        RegisterMethod request = new RegisterMethod(flow.id(), flow.secret().hash(), MethodKind.EMAIL, SOME_SEAL);
        return rig.request(request, new MethodEntry(address, null, null), signedIn(accountId));
    }

    /** Begins to register an app. */
    public Outcome registerApp(UUID requestId, UUID accountId, Flow flow, @Nullable String replyKey) {
        RegisterMethod request =
                new RegisterMethod(flow.id(), flow.secret().hash(), MethodKind.AUTHENTICATOR_APP, SOME_SEAL);
        return rig.request(requestId, request, new MethodEntry(null, replyKey, null), signedIn(accountId));
    }

    /** Registers an address from the first step to the last. */
    public UUID withEmail(UUID accountId, String address) {
        Flow flow = Flow.begin();
        String code = letter(registerEmail(accountId, flow, address)).code();
        return prove(flow, code).only(MethodRegistered.class).methodId();
    }

    /** Registers an app from the first step to the last, and waits until its code is another. */
    public App withApp(UUID accountId) {
        Flow flow = Flow.begin();
        ECKey key = replyKey();
        UUID requestId = UUID.randomUUID();
        Outcome begun =
                registerApp(requestId, accountId, flow, key.toPublicJWK().toJSONString());
        TotpSeed seed = TotpSeed.ofBase32(enrolment(begun, key, requestId, flow).secret());
        UUID methodId = prove(flow, Totp.codeAt(seed, rig.now()))
                .only(MethodRegistered.class)
                .methodId();
        rig.pass(Duration.ofSeconds(60));
        return new App(methodId, seed);
    }

    /** A key as a front end makes it for one request. */
    public static ECKey replyKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID("mine")
                    .keyUse(KeyUse.ENCRYPTION)
                    .generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** What the front end shows of an app that is being registered. */
    public static Enrolment enrolment(Outcome begun, ECKey key, UUID requestId, Flow flow) {
        return enrolment(begun.reply(ChallengeReady.class), key, requestId, flow);
    }

    /** The same from a reply. */
    public static Enrolment enrolment(ChallengeReady ready, ECKey key, UUID requestId, Flow flow) {
        Sealed sealed = ready.enrolment();
        if (sealed == null) throw new AssertionError("no enrolment in the reply");
        String type = MessageType.CHALLENGE_READY_REPLY.wireName();
        return open(
                new Opener(List.of(key)),
                sealed,
                new SealContext(TestKeys.PORTAL, type, requestId, flow.id()),
                Enrolment.class);
    }

    /** What the reset service does when a method was chosen. */
    public Outcome start(UUID accountId, MethodKind kind, Flow flow) {
        return start(accountId, kind, flow, UUID.randomUUID(), rig.now().plus(Duration.ofMinutes(60)));
    }

    /** The same for a reset that ends at that time. */
    public Outcome start(UUID accountId, MethodKind kind, Flow flow, UUID resetId, Instant resetExpiresAt) {
        StartVerification message = new StartVerification(
                UUID.randomUUID(),
                resetId,
                accountId,
                kind,
                TestKeys.PORTAL,
                flow.id(),
                flow.secret().hash(),
                resetExpiresAt);
        return rig.message(UUID.randomUUID(), message);
    }

    /** Hands in a proof. */
    public Outcome prove(Flow flow, String proof) {
        return rig.request(
                new SubmitProof(flow.id(), SOME_SEAL),
                new ProofEntry(flow.secret().text(), proof, null),
                null);
    }

    /** Asks for a new code. */
    public Outcome resend(Flow flow) {
        return rig.request(
                new ResendCode(flow.id(), SOME_SEAL), new FlowKey(flow.secret().text()), null);
    }

    /** What the notification service reads of a code to be delivered. */
    public static CodeLetter letter(Outcome outcome) {
        DeliverCode message = outcome.only(DeliverCode.class);
        UUID id = outcome.idOf(DeliverCode.class);
        return openForNotification(message.sealed(), MessageType.DELIVER_CODE, id, CodeLetter.class);
    }

    /** What the notification service reads in a seal of that message. */
    public static <T> T openForNotification(
            @Nullable Sealed sealed, MessageType type, UUID messageId, Class<T> content) {
        if (sealed == null) throw new AssertionError("nothing is sealed");
        return open(
                TestKeys.material().opener(NOTIFICATION),
                sealed,
                new SealContext(NOTIFICATION, type.wireName(), messageId, null),
                content);
    }

    private static <T> T open(Opener opener, Sealed sealed, SealContext context, Class<T> content) {
        try {
            return ContractJson.read(opener.open(sealed, context), content);
        } catch (CannotOpen | Undecodable e) {
            throw new AssertionError(e);
        }
    }
}
