package io.sspr.registration.rig;

import com.nimbusds.jose.jwk.ECKey;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.internal.IssueAdministratorCode;
import io.sspr.contract.internal.StartVerification;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.request.ProvisionAccount;
import io.sspr.contract.request.RequireReregistration;
import io.sspr.contract.request.ResendCode;
import io.sspr.contract.request.SubmitProof;
import io.sspr.contract.seal.Assertion;
import io.sspr.contract.seal.FlowSecret;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.AccountChoice;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.secret.FlowKey;
import io.sspr.contract.secret.ImportedMethod;
import io.sspr.contract.secret.MethodEntry;
import io.sspr.contract.secret.ProofEntry;
import io.sspr.registration.account.Accounts;
import io.sspr.registration.kind.RegisterProperties.AppHash;
import io.sspr.registration.kind.app.Totp;
import io.sspr.registration.kind.app.TotpSeed;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people and their front ends do, and what they see. */
public final class People extends SignedInPeople {

    /** The rig hands over what a seal would have held, so the seal itself may be anything. */
    public static final Sealed SOME_SEAL = new Sealed("e30.AA.AA.AA.AA");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Rig rig;

    /** People who use that service. */
    public People(Rig rig) {
        super(rig);
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

    /** An administrator's request that somebody register anew. */
    public Outcome requireReregistration(Assertion administrator, String login) {
        return rig.request(new RequireReregistration(SOME_SEAL), new AccountChoice(login), administrator);
    }

    /** What the reset service does when an administrator wants somebody to get a code. */
    public Outcome issueAdministratorCode(UUID accountId, Instant expiresAt) {
        return rig.message(UUID.randomUUID(), new IssueAdministratorCode(accountId, UUID.randomUUID(), expiresAt));
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
    @Override
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
