package io.sspr.registration.rig;

import com.nimbusds.jose.jwk.ECKey;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.internal.IssueAdministratorCode;
import io.sspr.contract.internal.StartVerification;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.reply.MethodsShown;
import io.sspr.contract.reply.RecoveryCodesReady;
import io.sspr.contract.request.ChooseDefaultMethod;
import io.sspr.contract.request.CollectRecoveryCode;
import io.sspr.contract.request.ProvisionAccount;
import io.sspr.contract.request.RegisterMethod;
import io.sspr.contract.request.RemoveMethod;
import io.sspr.contract.request.RequireReregistration;
import io.sspr.contract.request.ResendCode;
import io.sspr.contract.request.ShowMethods;
import io.sspr.contract.request.StepUp;
import io.sspr.contract.request.SubmitProof;
import io.sspr.contract.seal.Assertion;
import io.sspr.contract.seal.FlowSecret;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.AccountChoice;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.secret.FlowKey;
import io.sspr.contract.secret.FlowReplyKey;
import io.sspr.contract.secret.ImportedMethod;
import io.sspr.contract.secret.MethodChoice;
import io.sspr.contract.secret.MethodEntry;
import io.sspr.contract.secret.MethodView;
import io.sspr.contract.secret.ProofEntry;
import io.sspr.contract.secret.ReplyKeyEntry;
import io.sspr.contract.secret.Visit;
import io.sspr.registration.account.Accounts;
import io.sspr.registration.kind.RegisterProperties.AppHash;
import io.sspr.registration.kind.app.Totp;
import io.sspr.registration.kind.app.TotpSeed;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What people and their front ends do, and what they see. */
public final class People extends Seen {

    /** The rig hands over what a seal would have held, so the seal itself may be anything. */
    public static final Sealed SOME_SEAL = new Sealed("e30.AA.AA.AA.AA");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Rig rig;
    private final Map<UUID, Instant> signIns = new ConcurrentHashMap<>();

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

    /** What a request for recovery codes led to, and the codes. */
    public record Codes(Outcome outcome, List<String> texts) {}

    /** A registered app. */
    public record App(UUID methodId, TotpSeed seed) {}

    /** A person nobody has provisioned before. */
    public UUID provision() {
        String name = "p" + UUID.randomUUID();
        return provision(new AccountEntry(name, name, "sl", false))
                .reply(AccountProvisioned.class)
                .accountId();
    }

    /** Provisioning tells of these addresses of somebody, and of nothing else that is new. */
    public Outcome importing(UUID accountId, @Nullable List<ImportedMethod> list) {
        AccountEntry known =
                rig.bean(Accounts.class).find(accountId).orElseThrow().entry();
        return provision(
                new AccountEntry(known.organisationId(), known.login(), known.locale(), known.administrator(), list));
    }

    /** What is said of a new method that has an address. */
    public static MethodEntry address(String address) {
        return new MethodEntry(address, null, null);
    }

    /** Provisions. */
    public Outcome provision(AccountEntry entry) {
        return rig.request(new ProvisionAccount(SOME_SEAL), entry, null);
    }

    /** The client's word that the person signed in at most ten minutes ago: they stay signed in for so long. */
    public Assertion signedIn(UUID accountId) {
        Instant oldest = rig.now().minus(Duration.ofMinutes(10));
        return signedIn(
                accountId, signIns.compute(accountId, (id, at) -> at == null || at.isBefore(oldest) ? rig.now() : at));
    }

    /** The client's word that the person signed in just now, in these ways. */
    public Assertion signsIn(UUID accountId, String... amr) {
        // A sign-in goes by its time.
        rig.pass(Duration.ofSeconds(1));
        signIns.put(accountId, rig.now());
        return signedIn(accountId, rig.now(), amr);
    }

    /** The client's word that the person signed in at that time, by password and in these ways. */
    public Assertion signedIn(UUID accountId, Instant at, String... amr) {
        List<String> ways = new ArrayList<>(List.of("pwd"));
        ways.addAll(List.of(amr));
        return new Assertion(
                TestKeys.PORTAL,
                accountId,
                "registration-service",
                MessageType.REGISTER_METHOD.wireName(),
                UUID.randomUUID(),
                "",
                rig.now(),
                at,
                ways);
    }

    /** Begins to register an address. */
    public Outcome registerEmail(UUID accountId, Flow flow, @Nullable String address) {
        return register(signedIn(accountId), MethodKind.EMAIL, flow, new MethodEntry(address, null, null));
    }

    /** Begins to register a number. */
    public Outcome registerSms(UUID accountId, Flow flow, @Nullable String number) {
        return register(signedIn(accountId), MethodKind.SMS, flow, new MethodEntry(number, null, null));
    }

    /** Begins to register an app. */
    public Outcome registerApp(UUID requestId, UUID accountId, Flow flow, @Nullable String replyKey) {
        MethodEntry entry = new MethodEntry(null, replyKey, null);
        return register(requestId, signedIn(accountId), MethodKind.AUTHENTICATOR_APP, flow, entry);
    }

    /** Begins to register what somebody who is signed in names. */
    public Outcome register(Assertion person, MethodKind kind, Flow flow, MethodEntry entry) {
        return register(UUID.randomUUID(), person, kind, flow, entry);
    }

    private Outcome register(UUID requestId, Assertion person, MethodKind kind, Flow flow, MethodEntry entry) {
        RegisterMethod request = new RegisterMethod(flow.id(), flow.secret().hash(), kind, SOME_SEAL);
        return rig.request(requestId, request, entry, person);
    }

    /** Asks for recovery codes. */
    public Codes recoveryCodes(Assertion person) {
        UUID requestId = UUID.randomUUID();
        Flow flow = Flow.begin();
        ECKey key = replyKey();
        MethodEntry entry = new MethodEntry(null, key.toPublicJWK().toJSONString(), null);
        return codes(register(requestId, person, MethodKind.RECOVERY_CODE, flow, entry), key, requestId, flow);
    }

    /** Collects a recovery code in place of the one that a flow used. */
    public Codes collect(Flow flow) {
        UUID requestId = UUID.randomUUID();
        ECKey key = replyKey();
        FlowReplyKey entry =
                new FlowReplyKey(flow.secret().text(), key.toPublicJWK().toJSONString());
        return codes(
                rig.request(requestId, new CollectRecoveryCode(flow.id(), SOME_SEAL), entry, null),
                key,
                requestId,
                flow);
    }

    /** Begins to prove a method within a sign-in. */
    public Outcome stepUp(Assertion person, MethodKind kind, Flow flow) {
        StepUp request = new StepUp(flow.id(), flow.secret().hash(), kind, SOME_SEAL);
        return rig.request(request, new Visit(null), person);
    }

    /** Proves an address or number within a sign-in. */
    public Outcome stepsUp(Assertion person, MethodKind kind) {
        Flow flow = Flow.begin();
        return prove(flow, letter(stepUp(person, kind, flow)).code());
    }

    /** Proves an app within a sign-in, and waits until its code is another. */
    public Outcome stepsUp(Assertion person, App app) {
        Flow flow = Flow.begin();
        stepUp(person, MethodKind.AUTHENTICATOR_APP, flow);
        Outcome proven = prove(flow, Totp.codeAt(app.seed(), rig.now()));
        rig.pass(Duration.ofSeconds(60));
        return proven;
    }

    /** Removes a method. */
    public Outcome remove(Assertion person, UUID methodId) {
        return rig.request(new RemoveMethod(SOME_SEAL), new MethodChoice(methodId, null), person);
    }

    /** Chooses the one of its kind. */
    public Outcome choose(Assertion person, UUID methodId) {
        return rig.request(new ChooseDefaultMethod(SOME_SEAL), new MethodChoice(methodId, null), person);
    }

    /** What the person's front end shows of their methods. */
    public List<MethodView> shown(Assertion person) {
        UUID requestId = UUID.randomUUID();
        ECKey key = replyKey();
        Outcome outcome = rig.request(
                requestId,
                new ShowMethods(SOME_SEAL),
                new ReplyKeyEntry(key.toPublicJWK().toJSONString(), null),
                person);
        return methods(outcome.reply(MethodsShown.class), key, requestId);
    }

    /** An administrator's request that somebody register anew. */
    public Outcome requireReregistration(Assertion administrator, String login) {
        return rig.request(new RequireReregistration(SOME_SEAL), new AccountChoice(login), administrator);
    }

    /** What the reset service does when an administrator wants somebody to get a code. */
    public Outcome issueAdministratorCode(UUID accountId, Instant expiresAt) {
        return rig.message(UUID.randomUUID(), new IssueAdministratorCode(accountId, UUID.randomUUID(), expiresAt));
    }

    private static Codes codes(Outcome outcome, ECKey key, UUID requestId, Flow flow) {
        boolean given = outcome.told().stream().anyMatch(told -> told.message() instanceof RecoveryCodesReady);
        return new Codes(
                outcome,
                given ? recoveryCodes(outcome.reply(RecoveryCodesReady.class), key, requestId, flow) : List.of());
    }

    /** A person with a method of every kind, each of which counts, and an administrator's code that does not age. */
    public UUID withEverything() {
        UUID account = provision();
        withEmail(account, "ana@example.org");
        withSms(account, "+38640123456");
        recoveryCodes(signedIn(account));
        withApp(account);
        issueAdministratorCode(account, rig.now().plus(Duration.ofHours(1)));
        rig.database()
                .sql("UPDATE methods SET usable_until = NULL WHERE account_id = :account")
                .param("account", account)
                .update();
        return account;
    }

    /** Registers an address from the first step to the last. */
    public UUID withEmail(UUID accountId, String address) {
        Flow flow = Flow.begin();
        String code = letter(registerEmail(accountId, flow, address)).code();
        return prove(flow, code).only(MethodRegistered.class).methodId();
    }

    /** Registers a number from the first step to the last. */
    public UUID withSms(UUID accountId, String number) {
        Flow flow = Flow.begin();
        String code = letter(registerSms(accountId, flow, number)).code();
        return prove(flow, code).only(MethodRegistered.class).methodId();
    }

    /** Registers an app from the first step to the last, and waits until its code is another. */
    public App withApp(UUID accountId) {
        Flow flow = Flow.begin();
        ECKey key = replyKey();
        UUID requestId = UUID.randomUUID();
        Outcome begun =
                registerApp(requestId, accountId, flow, key.toPublicJWK().toJSONString());
        TotpSeed seed = TotpSeed.ofBase32(enrolment(begun, key, requestId, flow).secret(), AppHash.SHA1);
        UUID methodId = prove(flow, Totp.codeAt(seed, rig.now()))
                .only(MethodRegistered.class)
                .methodId();
        rig.pass(Duration.ofSeconds(60));
        return new App(methodId, seed);
    }

    /** What the reset service does when a method was chosen. */
    public Outcome start(UUID accountId, MethodKind kind, Flow flow) {
        return start(accountId, kind, flow, UUID.randomUUID(), rig.now().plus(Duration.ofMinutes(60)));
    }

    /** The same for a reset that ends at that time. */
    public Outcome start(UUID accountId, MethodKind kind, Flow flow, UUID resetId, Instant resetExpiresAt) {
        return start(accountId, kind, Purpose.RESET, flow, resetId, resetExpiresAt);
    }

    /** The same for whatever purpose. */
    public Outcome start(
            UUID accountId, MethodKind kind, Purpose purpose, Flow flow, UUID resetId, Instant resetExpiresAt) {
        StartVerification message = new StartVerification(
                UUID.randomUUID(),
                resetId,
                accountId,
                kind,
                purpose,
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
}
