package io.sspr.registration.register;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import io.sspr.contract.request.RegisterMethod;
import io.sspr.contract.secret.MethodEntry;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.registration.account.Accounts;
import io.sspr.registration.account.KnownAccount;
import io.sspr.registration.flow.FlowName;
import io.sspr.registration.kind.Draft;
import io.sspr.registration.kind.Kind;
import io.sspr.registration.kind.Kinds;
import io.sspr.registration.kind.Registration;
import io.sspr.registration.method.AccountMethods;
import io.sspr.registration.method.Methods;
import io.sspr.registration.method.RegisteredMethod;
import io.sspr.registration.policy.Policies;
import io.sspr.registration.signin.FreshSignIn;
import io.sspr.registration.signin.SignIn;
import io.sspr.registration.signin.Standing;
import io.sspr.registration.signin.Standings;
import io.sspr.registration.verification.Challenge;
import io.sspr.registration.verification.Challenges;
import io.sspr.registration.verification.Decoys;
import io.sspr.registration.verification.NewMethods;
import io.sspr.registration.verification.Occasion;
import io.sspr.registration.verification.ProofTallies;
import io.sspr.registration.verification.Target;
import io.sspr.registration.verification.Verifications;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Begins to register a method of the person who is signed in; it counts once it is proven, or at once if it is given. */
@Component
class RegisterMethodHandler implements Handler<RegisterMethod, Draft> {

    private final Accounts accounts;
    private final Methods methods;
    private final Kinds kinds;
    private final Verifications verifications;
    private final ProofTallies tallies;
    private final Decoys decoys;
    private final Challenges challenges;
    private final NewMethods newMethods;
    private final Standings standings;
    private final Policies policies;

    RegisterMethodHandler(
            Accounts accounts,
            Methods methods,
            Kinds kinds,
            Verifications verifications,
            ProofTallies tallies,
            Decoys decoys,
            Challenges challenges,
            NewMethods newMethods,
            Standings standings,
            Policies policies) {
        this.accounts = accounts;
        this.methods = methods;
        this.kinds = kinds;
        this.verifications = verifications;
        this.tallies = tallies;
        this.decoys = decoys;
        this.challenges = challenges;
        this.newMethods = newMethods;
        this.standings = standings;
        this.policies = policies;
    }

    @Override
    public Class<RegisterMethod> handles() {
        return RegisterMethod.class;
    }

    @Override
    public Prepared<Draft> prepare(Received<RegisterMethod> message) {
        if (!FreshSignIn.isIn(message)) return Prepared.refuse(Refusal.SIGN_IN_TOO_OLD);
        MethodKind kind = message.message().kind();
        if (!policies.onOffer().contains(kind)) return Prepared.refuse(Refusal.KIND_NOT_OFFERED);
        KnownAccount account = accounts.find(message.signedIn().subject()).orElse(null);
        if (account == null) return Prepared.refuse(Refusal.UNKNOWN_ACCOUNT);
        return kinds.of(kind)
                .draft(new Registration(
                        message.secret(MethodEntry.class),
                        account.entry().login(),
                        flow(message),
                        message.id(),
                        message.appendedAt()));
    }

    @Override
    public List<String> locks(Received<RegisterMethod> message, Draft draft) {
        return List.of(
                KnownAccount.lock(message.signedIn().subject()), flow(message).lock());
    }

    @Override
    public void handle(Received<RegisterMethod> message, Draft draft, Work work) {
        UUID accountId = message.signedIn().subject();
        Kind kind = kinds.of(message.message().kind());
        RegisteredMethod toBe = kind.toBe(UUID.randomUUID(), accountId, draft.pending());
        AccountMethods ofAccount = methods.of(accountId);
        Standing standing = standings.of(message.signedIn(), ofAccount, work.now());
        MethodEntry entry = message.secret(MethodEntry.class);
        UUID replaces = entry.replaces();
        Optional<Refusal> obstacle = newMethods.obstacle(toBe, replaces, ofAccount, standing);
        // Other rules may be in force by now.
        if (!policies.onOffer().contains(kind.kind())) work.refuse(Refusal.KIND_NOT_OFFERED, null);
        else if (verifications.latestOf(flow(message)).isPresent()) work.refuse(Refusal.FLOW_EXISTS, null);
        else if (obstacle.isPresent()) work.refuse(obstacle.get(), null);
        else if (isExhausted(toBe)) work.refuse(Refusal.METHOD_LOCKED, null);
        else if (kind.isGiven()) {
            SignIn signIn = Standings.signIn(message.signedIn());
            newMethods.add(toBe, replaces, signIn, standing, ofAccount, entry.origin(), work);
            work.reply(kind.give(toBe, draft, message.message().flow(), entry.origin(), work));
        } else begin(message, draft, toBe, work);
    }

    private void begin(Received<RegisterMethod> message, Draft draft, RegisteredMethod toBe, Work work) {
        UUID accountId = toBe.accountId();
        KnownAccount account = accounts.find(accountId).orElseThrow();
        work.reply(challenges.begin(
                new Challenge(
                        UUID.randomUUID(),
                        flow(message),
                        message.message().flowHash(),
                        new Target(
                                accountId,
                                toBe.methodId(),
                                countedAs(toBe),
                                toBe.kind(),
                                Purpose.REGISTER,
                                null,
                                false),
                        new Occasion(
                                message.signedIn().authTime(),
                                work.now(),
                                message.secret(MethodEntry.class).replaces()),
                        account.entry().locale(),
                        // However often the code is renewed.
                        work.now()
                                .plusSeconds(
                                        policies.inForce().limits().resets().lifeSeconds()),
                        draft.pending(),
                        draft.sealed(),
                        null),
                work));
    }

    private boolean isExhausted(RegisteredMethod toBe) {
        return tallies.of(toBe.accountId(), countedAs(toBe))
                .isExhausted(policies.inForce().limits().proofs());
    }

    /** Whoever registers an app has its secret and gains nothing by guessing; an address may be somebody else's. */
    private UUID countedAs(RegisteredMethod toBe) {
        String fingerprint = toBe.addressFingerprint();
        return fingerprint == null ? toBe.methodId() : decoys.methodToBe(toBe.accountId(), toBe.kind(), fingerprint);
    }

    private static FlowName flow(Received<RegisterMethod> message) {
        return new FlowName(message.sender(), message.message().flow());
    }
}
