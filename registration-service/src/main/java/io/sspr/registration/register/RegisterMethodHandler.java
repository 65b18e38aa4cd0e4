package io.sspr.registration.register;

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
import io.sspr.registration.method.EmailAddress;
import io.sspr.registration.method.Methods;
import io.sspr.registration.policy.PolicyProperties;
import io.sspr.registration.verification.Challenge;
import io.sspr.registration.verification.Challenges;
import io.sspr.registration.verification.Decoys;
import io.sspr.registration.verification.FlowName;
import io.sspr.registration.verification.ProofTallies;
import io.sspr.registration.verification.Target;
import io.sspr.registration.verification.Verifications;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins to register a method of the person who is signed in; it counts once it is proven. */
@Component
class RegisterMethodHandler implements Handler<RegisterMethod, MethodDraft> {

    private static final Duration OLDEST_SIGN_IN = Duration.ofMinutes(10);
    /** However often the code is renewed. */
    private static final Duration LONGEST_REGISTRATION = Duration.ofMinutes(60);

    private final Accounts accounts;
    private final Methods methods;
    private final Verifications verifications;
    private final ProofTallies tallies;
    private final Decoys decoys;
    private final Challenges challenges;
    private final Enrolments enrolments;
    private final PolicyProperties policy;

    RegisterMethodHandler(
            Accounts accounts,
            Methods methods,
            Verifications verifications,
            ProofTallies tallies,
            Decoys decoys,
            Challenges challenges,
            Enrolments enrolments,
            PolicyProperties policy) {
        this.accounts = accounts;
        this.methods = methods;
        this.verifications = verifications;
        this.tallies = tallies;
        this.decoys = decoys;
        this.challenges = challenges;
        this.enrolments = enrolments;
        this.policy = policy;
    }

    @Override
    public Class<RegisterMethod> handles() {
        return RegisterMethod.class;
    }

    @Override
    public Prepared<MethodDraft> prepare(Received<RegisterMethod> message) {
        Instant oldest = message.appendedAt().minus(OLDEST_SIGN_IN);
        if (message.signedIn().authTime().isBefore(oldest)) return Prepared.refuse(Refusal.SIGN_IN_TOO_OLD);
        if (!policy.kinds().contains(message.message().kind())) return Prepared.refuse(Refusal.KIND_NOT_OFFERED);
        return switch (message.message().kind()) {
            case EMAIL -> mailbox(message.secret(MethodEntry.class));
            case AUTHENTICATOR_APP -> app(message);
        };
    }

    @Override
    public List<String> locks(Received<RegisterMethod> message, MethodDraft draft) {
        return List.of(
                KnownAccount.lock(message.signedIn().subject()), flow(message).lock());
    }

    @Override
    public void handle(Received<RegisterMethod> message, MethodDraft draft, Work work) {
        UUID accountId = message.signedIn().subject();
        FlowName flow = flow(message);
        KnownAccount account = accounts.find(accountId).orElse(null);
        String fingerprint = fingerprint(accountId, draft);
        UUID methodId = UUID.randomUUID();
        // Whoever registers an app has its secret and gains nothing by guessing; an address may be somebody else's.
        UUID countedAs = fingerprint == null ? methodId : decoys.methodToBe(accountId, draft.kind(), fingerprint);
        Optional<Refusal> obstacle = obstacle(accountId, flow, draft, fingerprint, countedAs);
        if (account == null) work.refuse(Refusal.UNKNOWN_ACCOUNT, null);
        else if (obstacle.isPresent()) work.refuse(obstacle.get(), null);
        else {
            Target target = new Target(accountId, methodId, countedAs, draft.kind(), Purpose.REGISTER, null, false);
            work.reply(challenges.begin(
                    new Challenge(
                            UUID.randomUUID(),
                            flow,
                            message.message().flowHash(),
                            target,
                            account.entry().locale(),
                            work.now().plus(LONGEST_REGISTRATION),
                            draft.pending(),
                            draft instanceof MethodDraft.App app ? app.enrolment() : null),
                    work));
        }
    }

    private Optional<Refusal> obstacle(
            UUID accountId, FlowName flow, MethodDraft draft, @Nullable String fingerprint, UUID countedAs) {
        if (verifications.latestOf(flow).isPresent()) return Optional.of(Refusal.FLOW_EXISTS);
        if (tallies.of(accountId, countedAs).isExhausted()) return Optional.of(Refusal.METHOD_LOCKED);
        return methods.of(accountId).obstacleTo(draft.kind(), fingerprint);
    }

    private static Prepared<MethodDraft> mailbox(MethodEntry entry) {
        Optional<EmailAddress> address = Optional.ofNullable(entry.address()).flatMap(EmailAddress::of);
        return address.<Prepared<MethodDraft>>map(found -> Prepared.facts(new MethodDraft.Mailbox(found)))
                .orElseGet(() -> Prepared.refuse(Refusal.ADDRESS_INVALID));
    }

    private Prepared<MethodDraft> app(Received<RegisterMethod> message) {
        KnownAccount account = accounts.find(message.signedIn().subject()).orElse(null);
        if (account == null) return Prepared.refuse(Refusal.UNKNOWN_ACCOUNT);
        return Optional.ofNullable(message.secret(MethodEntry.class).replyKey())
                .flatMap(ReplyKey::sealer)
                .<Prepared<MethodDraft>>map(sealer -> Prepared.facts(enrolments.enrol(
                        account.entry().login(),
                        sealer,
                        message.sender(),
                        message.id(),
                        message.message().flow(),
                        message.appendedAt())))
                .orElseGet(() -> Prepared.refuse(Refusal.REPLY_KEY_INVALID));
    }

    private @Nullable String fingerprint(UUID accountId, MethodDraft draft) {
        return draft instanceof MethodDraft.Mailbox mailbox
                ? methods.addressFingerprint(accountId, mailbox.address().comparable())
                : null;
    }

    private static FlowName flow(Received<RegisterMethod> message) {
        return new FlowName(message.sender(), message.message().flow());
    }
}
