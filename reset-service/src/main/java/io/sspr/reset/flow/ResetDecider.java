package io.sspr.reset.flow;

import io.sspr.contract.Disclosure;
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
import io.sspr.contract.policy.Ineligibility;
import io.sspr.contract.policy.Terms;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.NotEligible;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.Reply;
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

    /** RequestReset, RequestUnlock. Who is not eligible is nobody known, and asks in vain; only disclosure HELPFUL says so. */
    ResetDecision begin(
            Beginning beginning,
            @Nullable Ineligible ineligible,
            boolean flowExists,
            Admission admission,
            Policy policy) {
        if (beginning.isUnlock() && !policy.afterReset().unlockAllowed())
            return ResetDecision.refused(Refusal.NOT_ALLOWED_BY_POLICY);
        if (flowExists) return ResetDecision.refused(Refusal.FLOW_EXISTS);
        if (admission instanceof Admission.TooSoon tooSoon)
            return new ResetDecision.Refused(Refusal.TOO_SOON, tooSoon.retryAt());
        Reset reset = new Reset.Choosing(beginning, Progress.none(beginning.at()));
        Instant expiresAt = reset.expiresAt(ResetLimits.of(policy));
        boolean helpful = policy.disclosure() == Disclosure.HELPFUL;
        Footing footing = new Footing(policy, beginning.terms(), false, false);
        int gates =
                helpful ? beginning.terms().gates() : Terms.ofAnybody(policy).gates();
        Reply reply = helpful && ineligible != null
                ? new NotEligible(beginning.flow(), ineligible.reason())
                : new MethodsOffered(beginning.flow(), reset.offered(footing), gates, expiresAt);
        return ResetDecision.goes(reset, reply, requested(beginning, ineligible, expiresAt));
    }

    private static Event requested(Beginning beginning, @Nullable Ineligible ineligible, Instant expiresAt) {
        UUID id = beginning.resetId();
        UUID accountId = ineligible == null ? beginning.asker().accountId() : ineligible.accountId();
        // Where nobody is known there is nobody to tell.
        Ineligibility reason = ineligible == null || accountId == null ? null : ineligible.reason();
        String client = beginning.client();
        int gates = beginning.terms().gates();
        return beginning.isUnlock()
                ? new UnlockRequested(id, accountId, client, gates, expiresAt, reason)
                : new ResetRequested(id, accountId, client, gates, expiresAt, reason);
    }

    /** ChooseMethod; the client is answered by the service that starts the verification. */
    ResetDecision choose(
            Reset reset, String flowSecret, MethodKind kind, Footing footing, UUID verificationId, Instant now) {
        ResetLimits limits = ResetLimits.of(footing.policy());
        Optional<Refusal> refusal = reset.refusalFor(flowSecret, now, footing.policy());
        if (refusal.isPresent()) return ResetDecision.refused(refusal.get());
        Progress progress = reset.progress();
        Terms counting = reset.counting(footing);
        int gatesLeft = reset.gatesLeft(footing);
        if (gatesLeft == 0) return ResetDecision.refused(Refusal.OUT_OF_ORDER);
        // Only to who has proven something already: it depends on the person.
        if (counting.outside() != null && !progress.gates().isEmpty())
            return ResetDecision.refused(Refusal.NOT_ALLOWED_BY_POLICY);
        if (progress.choices() >= limits.choices()) return ResetDecision.refused(Refusal.TOO_MANY_ATTEMPTS);
        if (progress.hasUsed(kind)) return ResetDecision.refused(Refusal.METHODS_NOT_DIFFERENT);
        if (!reset.allows(kind, footing)) return ResetDecision.refused(Refusal.KIND_NOT_OFFERED);
        Beginning beginning = reset.beginning();
        Reset proving = new Reset.Proving(beginning, progress.withChoice(now), verificationId, kind);
        int gate = reset.counted(footing) + 1;
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
    ResetDecision pass(Reset reset, CodeVerified proof, Footing footing, Instant now) {
        Policy policy = footing.policy();
        Optional<Refusal> refusal = refusalOf(reset, proof, footing, now);
        if (refusal.isPresent()) return ResetDecision.refused(refusal.get());
        Beginning beginning = reset.beginning();
        UUID flow = beginning.flow();
        Gate gate = Gate.of(proof);
        int number = reset.counted(footing) + 1;
        Progress progress = reset.progress().withGate(gate, now);
        Event passed = new GatePassed(
                reset.id(), proof.accountId(), gate.verificationId(), gate.methodId(), gate.kind(), number);
        Reset authorised = new Reset.Authorised(beginning, progress);
        Instant expiresAt = authorised.expiresAt(ResetLimits.of(policy));
        int gatesLeft = authorised.gatesLeft(footing);
        if (gatesLeft == 0 && beginning.isUnlock())
            return ResetDecision.goes(
                    new Reset.Ended(beginning, progress, Ending.DONE),
                    new io.sspr.contract.reply.AccountUnlocked(flow),
                    passed,
                    new AccountUnlocked(proof.accountId(), reset.id()));
        if (gatesLeft == 0)
            return ResetDecision.goes(
                    authorised,
                    new io.sspr.contract.reply.ResetAuthorized(
                            flow,
                            expiresAt,
                            Demands.onReset(policy, footing.besideFactor()).lengths()),
                    passed,
                    new ResetAuthorized(reset.id(), proof.accountId()));
        Reset choosing = new Reset.Choosing(beginning, progress);
        return ResetDecision.goes(
                choosing,
                new io.sspr.contract.reply.GatePassed(flow, choosing.offered(footing), gatesLeft, expiresAt),
                passed);
    }

    private Optional<Refusal> refusalOf(Reset reset, CodeVerified proof, Footing footing, Instant now) {
        Optional<Ending> ending = reset.endingBy(now, footing.policy());
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
        boolean arranges = proof.kind() == MethodKind.ADMINISTRATOR_CODE;
        Terms counting = reset.counting(footing);
        boolean counts =
                arranges ? footing.isArrangeable() : !footing.frozen() && reset.counts(Gate.of(proof), footing);
        if (!counts) return Optional.of(Refusal.KIND_NOT_OFFERED);
        boolean unlocks = beginning.isUnlock() && !footing.policy().afterReset().unlockAllowed();
        boolean outside = !arranges && counting.outside() != null;
        return outside || unlocks ? Optional.of(Refusal.NOT_ALLOWED_BY_POLICY) : Optional.empty();
    }

    /** Why no new password can be handed in now, before anything slow is done with one; empty if it can. */
    Optional<Refusal> refusalOfPassword(Reset reset, String flowSecret, Footing footing, Instant now) {
        Optional<Refusal> refusal = reset.refusalFor(flowSecret, now, footing.policy());
        if (refusal.isPresent()) return refusal;
        // Authorised by a policy that has become stricter since: one more method may be chosen, and this tried again.
        boolean authorised = reset instanceof Reset.Authorised && reset.gatesLeft(footing) == 0;
        if (!authorised) return Optional.of(Refusal.OUT_OF_ORDER);
        if (reset.progress().isArranged())
            return footing.isArrangeable() ? Optional.empty() : Optional.of(Refusal.EXPIRED);
        return reset.counting(footing).outside() == null
                ? Optional.empty()
                : Optional.of(Refusal.NOT_ALLOWED_BY_POLICY);
    }

    /** SubmitNewPassword. */
    ResetDecision set(
            Reset reset,
            String flowSecret,
            @Nullable NewPassword password,
            @Nullable Credential current,
            @Nullable KnownAccount account,
            Footing footing,
            Instant now) {
        Optional<Refusal> refusal = refusalOfPassword(reset, flowSecret, footing, now);
        if (refusal.isPresent()) return ResetDecision.refused(refusal.get());
        if (password == null) return new ResetDecision.NeedsNewFacts("it could not be set before");
        if (password.currentVersion() != Credential.versionOf(current))
            return new ResetDecision.NeedsNewFacts("the credential has changed");
        Demands demands = Demands.onReset(footing.policy(), footing.besideFactor());
        if (!password.isPreparedFor(demands)) return new ResetDecision.NeedsNewFacts("the rules have changed");
        List<PasswordRule> broken = password.broken(demands, account);
        if (!broken.isEmpty()) return refuse(reset, broken, footing.policy(), now);
        Phc phc = password.phc();
        if (phc == null) return new ResetDecision.NeedsNewFacts("the rules have changed");
        Beginning beginning = reset.beginning();
        UUID accountId = beginning.asker().id();
        Credential next = Credential.after(current, accountId, phc, now);
        Cause cause = reset.progress().isArranged() ? Cause.ADMINISTRATOR : Cause.RESET;
        return new ResetDecision.Goes(
                new Reset.Ended(beginning, reset.progress(), Ending.DONE),
                List.of(next.told(cause, reset.id(), password.isUnchecked(demands))),
                null,
                new PasswordSet(beginning.flow(), accountId, next.version()),
                next);
    }

    private ResetDecision refuse(Reset reset, List<PasswordRule> broken, Policy policy, Instant now) {
        Beginning beginning = reset.beginning();
        Progress progress = reset.progress().withRefusal(now);
        boolean last = progress.refusals() >= ResetLimits.of(policy).refusals();
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
    ResetDecision cancel(Reset reset, String flowSecret, Policy policy, Instant now) {
        Optional<Refusal> refusal = reset.refusalFor(flowSecret, now, policy);
        if (refusal.isPresent()) return ResetDecision.refused(refusal.get());
        Beginning beginning = reset.beginning();
        return ResetDecision.goes(
                new Reset.Ended(beginning, reset.progress(), Ending.CANCELLED),
                new io.sspr.contract.reply.ResetCancelled(beginning.flow()),
                new ResetCancelled(reset.id(), beginning.asker().accountId()));
    }

    /**
     * ContactAdministrator: not a step; the reset lives no longer for it. Who is nobody is answered alike, and for who is
     * not eligible it is the way on.
     */
    ResetDecision contact(Reset reset, String flowSecret, @Nullable Instant lastCall, Policy policy, Instant now) {
        Optional<Refusal> refusal = reset.refusalFor(flowSecret, now, policy);
        if (refusal.isPresent()) return ResetDecision.refused(refusal.get());
        Beginning beginning = reset.beginning();
        UUID accountId = beginning.asker().known() ? beginning.asker().id() : beginning.inVainFor();
        int proven = reset.progress().gates().size();
        List<Event> told = accountId != null && mayCall(lastCall, now)
                ? List.of(new AdministratorContacted(reset.id(), accountId, proven))
                : List.of();
        return new ResetDecision.Goes(
                reset, told, null, new io.sspr.contract.reply.AdministratorContacted(beginning.flow()), null);
    }

    /** Whether a call for help is told: one an hour of each account, and since no reset lives longer, one of each reset. */
    boolean mayCall(@Nullable Instant lastCall, Instant now) {
        return lastCall == null || !now.isBefore(lastCall.plus(ResetLimits.CALLS_EVERY));
    }

    /** Time passes: empty if it lives, or its end was told. */
    Optional<ResetDecision.Goes> expire(Reset reset, Policy policy, Instant now) {
        if (reset instanceof Reset.Ended) return Optional.empty();
        return reset.endingBy(now, policy)
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
