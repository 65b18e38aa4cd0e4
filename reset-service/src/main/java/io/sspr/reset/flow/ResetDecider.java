package io.sspr.reset.flow;

import io.sspr.contract.MethodKind;
import io.sspr.contract.PasswordRule;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.AccountUnlocked;
import io.sspr.contract.event.AdministratorContacted;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.Event;
import io.sspr.contract.event.GatePassed;
import io.sspr.contract.event.PasswordRefused;
import io.sspr.contract.event.ResetAuthorized;
import io.sspr.contract.event.ResetCancelled;
import io.sspr.contract.event.ResetExpired;
import io.sspr.contract.event.ResetRequested;
import io.sspr.contract.event.UnlockRequested;
import io.sspr.contract.event.VerificationRequested;
import io.sspr.contract.internal.StartVerification;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.state.Policy;
import io.sspr.reset.account.KnownAccount;
import io.sspr.reset.credential.Credential;
import io.sspr.reset.credential.NewPassword;
import io.sspr.reset.hashing.Phc;
import io.sspr.reset.password.Demands;
import io.sspr.reset.throttle.Admission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a reset; pure. Nothing here asks whether there is an account before a method is proven. */
final class ResetDecider {

    private final ResetLimits limits;

    ResetDecider(ResetLimits limits) {
        this.limits = limits;
    }

    /** RequestReset, RequestUnlock. */
    ResetDecision begin(Beginning beginning, boolean flowExists, Admission admission, Policy policy) {
        if (flowExists) return ResetDecision.refused(Refusal.FLOW_EXISTS);
        if (admission instanceof Admission.TooSoon tooSoon)
            return new ResetDecision.Refused(Refusal.TOO_SOON, tooSoon.retryAt());
        Reset reset = new Reset.Choosing(beginning, Progress.none(beginning.at()));
        Instant expiresAt = reset.expiresAt(limits);
        return ResetDecision.goes(
                reset,
                new MethodsOffered(beginning.flow(), reset.offered(policy), reset.gatesLeft(policy), expiresAt),
                requested(beginning, expiresAt));
    }

    private static Event requested(Beginning beginning, Instant expiresAt) {
        UUID id = beginning.resetId();
        UUID accountId = beginning.asker().accountId();
        String client = beginning.client();
        return beginning.isUnlock()
                ? new UnlockRequested(id, accountId, client, beginning.gates(), expiresAt)
                : new ResetRequested(id, accountId, client, beginning.gates(), expiresAt);
    }

    /** ChooseMethod; the client is answered by the service that starts the verification. */
    ResetDecision choose(
            Reset reset, String flowSecret, MethodKind kind, Policy policy, UUID verificationId, Instant now) {
        Optional<Refusal> refusal = reset.refusalFor(flowSecret, now, limits);
        if (refusal.isPresent()) return ResetDecision.refused(refusal.get());
        Progress progress = reset.progress();
        int gatesLeft = reset.gatesLeft(policy);
        if (gatesLeft == 0) return ResetDecision.refused(Refusal.OUT_OF_ORDER);
        if (progress.choices() >= limits.choices()) return ResetDecision.refused(Refusal.TOO_MANY_ATTEMPTS);
        if (progress.hasUsed(kind)) return ResetDecision.refused(Refusal.METHODS_NOT_DIFFERENT);
        if (!reset.allows(kind, policy)) return ResetDecision.refused(Refusal.KIND_NOT_OFFERED);
        Beginning beginning = reset.beginning();
        Reset proving = new Reset.Proving(beginning, progress.withChoice(now), verificationId, kind);
        int gate = progress.counted(policy.kinds()) + 1;
        return new ResetDecision.Goes(
                proving,
                List.of(new VerificationRequested(
                        reset.id(), verificationId, beginning.asker().accountId(), kind, gate)),
                new StartVerification(
                        verificationId,
                        reset.id(),
                        beginning.asker().id(),
                        kind,
                        beginning.purpose(),
                        beginning.client(),
                        beginning.flow(),
                        beginning.flowHash(),
                        proving.expiresAt(limits)),
                null,
                null);
    }

    /** CodeVerified; whatever comes of it is the answer to the proof. */
    ResetDecision pass(Reset reset, CodeVerified proof, Terms terms, Instant now) {
        Policy policy = terms.policy();
        Optional<Refusal> refusal = refusalOf(reset, proof, terms, now);
        if (refusal.isPresent()) return ResetDecision.refused(refusal.get());
        Beginning beginning = reset.beginning();
        UUID flow = beginning.flow();
        Gate gate = new Gate(proof.verificationId(), proof.methodId(), proof.kind());
        int number = reset.progress().counted(policy.kinds()) + 1;
        Progress progress = reset.progress().withGate(gate, now);
        Event passed = new GatePassed(
                reset.id(), proof.accountId(), gate.verificationId(), gate.methodId(), gate.kind(), number);
        Reset authorised = new Reset.Authorised(beginning, progress);
        Instant expiresAt = authorised.expiresAt(limits);
        int gatesLeft = authorised.gatesLeft(policy);
        if (gatesLeft == 0 && beginning.isUnlock())
            return ResetDecision.goes(
                    new Reset.Ended(beginning, progress, Ending.DONE),
                    new io.sspr.contract.reply.AccountUnlocked(flow),
                    passed,
                    new AccountUnlocked(proof.accountId(), reset.id()));
        if (gatesLeft == 0)
            return ResetDecision.goes(
                    authorised,
                    new io.sspr.contract.reply.ResetAuthorized(flow, expiresAt, policy.passwordRules()),
                    passed,
                    new ResetAuthorized(reset.id(), proof.accountId()));
        Reset choosing = new Reset.Choosing(beginning, progress);
        return ResetDecision.goes(
                choosing,
                new io.sspr.contract.reply.GatePassed(flow, choosing.offered(policy), gatesLeft, expiresAt),
                passed);
    }

    private Optional<Refusal> refusalOf(Reset reset, CodeVerified proof, Terms terms, Instant now) {
        Optional<Ending> ending = reset.endingBy(now, limits);
        if (ending.isPresent()) return ending.map(Ending::toClient);
        Beginning beginning = reset.beginning();
        boolean ours =
                proof.accountId().equals(beginning.asker().accountId()) && proof.purpose() == beginning.purpose();
        if (!ours) return Optional.of(Refusal.FAULT);
        Progress progress = reset.progress();
        if (progress.gates().stream().anyMatch(gate -> gate.verificationId().equals(proof.verificationId())))
            return Optional.of(Refusal.PROOF_ALREADY_USED);
        if (!(reset instanceof Reset.Proving proving)
                || !proving.verificationId().equals(proof.verificationId())
                || proving.kind() != proof.kind()) return Optional.of(Refusal.OUT_OF_ORDER);
        if (progress.hasUsed(proof.kind())) return Optional.of(Refusal.METHODS_NOT_DIFFERENT);
        boolean counts = proof.kind() == MethodKind.ADMINISTRATOR_CODE
                ? terms.granted()
                : !terms.frozen() && terms.policy().kinds().contains(proof.kind());
        return counts ? Optional.empty() : Optional.of(Refusal.KIND_NOT_OFFERED);
    }

    /** Why no new password can be handed in now, before anything slow is done with one; empty if it can. */
    Optional<Refusal> refusalOfPassword(Reset reset, String flowSecret, Terms terms, Instant now) {
        Optional<Refusal> refusal = reset.refusalFor(flowSecret, now, limits);
        if (refusal.isPresent()) return refusal;
        // Authorised by a policy that has become stricter since: one more method may be chosen, and this tried again.
        boolean authorised = reset instanceof Reset.Authorised && reset.gatesLeft(terms.policy()) == 0;
        if (!authorised) return Optional.of(Refusal.OUT_OF_ORDER);
        boolean lapsed = reset.progress().isArranged() && !terms.granted();
        return lapsed ? Optional.of(Refusal.EXPIRED) : Optional.empty();
    }

    /** SubmitNewPassword. */
    ResetDecision set(
            Reset reset,
            String flowSecret,
            @Nullable NewPassword password,
            @Nullable Credential current,
            @Nullable KnownAccount account,
            Terms terms,
            Instant now) {
        Optional<Refusal> refusal = refusalOfPassword(reset, flowSecret, terms, now);
        if (refusal.isPresent()) return ResetDecision.refused(refusal.get());
        if (password == null) return new ResetDecision.NeedsNewFacts("it could not be set before");
        if (password.currentVersion() != Credential.versionOf(current))
            return new ResetDecision.NeedsNewFacts("the credential has changed");
        Demands demands = Demands.onReset(terms.policy(), false);
        if (!password.isPreparedFor(demands)) return new ResetDecision.NeedsNewFacts("the rules have changed");
        List<PasswordRule> broken = password.broken(demands, account);
        if (!broken.isEmpty()) return refuse(reset, broken, now);
        Phc phc = password.phc();
        if (phc == null) return new ResetDecision.NeedsNewFacts("the rules have changed");
        Beginning beginning = reset.beginning();
        UUID accountId = beginning.asker().id();
        Credential next = Credential.after(current, accountId, phc, now);
        Cause cause = reset.progress().isArranged() ? Cause.ADMINISTRATOR : Cause.RESET;
        return new ResetDecision.Goes(
                new Reset.Ended(beginning, reset.progress(), Ending.DONE),
                List.of(next.told(cause, reset.id())),
                null,
                new PasswordSet(beginning.flow(), accountId, next.version()),
                next);
    }

    private ResetDecision refuse(Reset reset, List<PasswordRule> broken, Instant now) {
        Beginning beginning = reset.beginning();
        Progress progress = reset.progress().withRefusal(now);
        boolean last = progress.refusals() >= limits.refusals();
        List<Event> events = new ArrayList<>();
        events.add(new PasswordRefused(beginning.asker().id(), reset.id(), broken));
        if (last) events.add(expired(reset, Ending.REFUSED_TOO_OFTEN));
        return new ResetDecision.Goes(
                last
                        ? new Reset.Ended(beginning, progress, Ending.REFUSED_TOO_OFTEN)
                        : new Reset.Authorised(beginning, progress),
                events,
                null,
                new io.sspr.contract.reply.PasswordRefused(beginning.flow(), broken),
                null);
    }

    /** CancelReset. */
    ResetDecision cancel(Reset reset, String flowSecret, Instant now) {
        Optional<Refusal> refusal = reset.refusalFor(flowSecret, now, limits);
        if (refusal.isPresent()) return ResetDecision.refused(refusal.get());
        Beginning beginning = reset.beginning();
        return ResetDecision.goes(
                new Reset.Ended(beginning, reset.progress(), Ending.CANCELLED),
                new io.sspr.contract.reply.ResetCancelled(beginning.flow()),
                new ResetCancelled(reset.id(), beginning.asker().accountId()));
    }

    /** ContactAdministrator: not a step; the reset lives no longer for it. Who is nobody is answered alike. */
    ResetDecision contact(Reset reset, String flowSecret, @Nullable Instant lastCall, Instant now) {
        Optional<Refusal> refusal = reset.refusalFor(flowSecret, now, limits);
        if (refusal.isPresent()) return ResetDecision.refused(refusal.get());
        Beginning beginning = reset.beginning();
        UUID accountId = beginning.asker().accountId();
        int proven = reset.progress().gates().size();
        List<Event> told = accountId != null && mayCall(lastCall, now)
                ? List.of(new AdministratorContacted(reset.id(), accountId, proven))
                : List.of();
        return new ResetDecision.Goes(
                reset, told, null, new io.sspr.contract.reply.AdministratorContacted(beginning.flow()), null);
    }

    /** Whether a call for help is told: one an hour of each account, and since no reset lives longer, one of each reset. */
    boolean mayCall(@Nullable Instant lastCall, Instant now) {
        return lastCall == null || !now.isBefore(lastCall.plus(limits.callsEvery()));
    }

    /** Time passes: empty if it lives, or its end was told. */
    Optional<ResetDecision.Goes> expire(Reset reset, Instant now) {
        if (reset instanceof Reset.Ended) return Optional.empty();
        return reset.endingBy(now, limits)
                .map(ending -> new ResetDecision.Goes(
                        new Reset.Ended(reset.beginning(), reset.progress(), ending),
                        List.of(expired(reset, ending)),
                        null,
                        null,
                        null));
    }

    private static ResetExpired expired(Reset reset, Ending ending) {
        return new ResetExpired(reset.id(), reset.beginning().asker().accountId(), ending.inEvent());
    }
}
