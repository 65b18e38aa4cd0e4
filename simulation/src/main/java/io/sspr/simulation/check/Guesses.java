package io.sspr.simulation.check;

import io.sspr.contract.Message;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.CodeAwaited;
import io.sspr.contract.event.CodeIssued;
import io.sspr.contract.event.CodeRejected;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.MethodLocked;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.event.MethodReleased;
import io.sspr.contract.event.MethodRemoved;
import io.sspr.contract.event.VerificationEnded;
import io.sspr.contract.policy.ProofLimits;
import io.sspr.contract.state.Account;
import io.sspr.contract.state.Policy;
import io.sspr.simulation.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * G6 and the life of a verification: how many guesses were looked at in one verification, and in a row with one method of
 * an account over all of them; how long the next was made to wait; and that none was looked at after the code's life.
 */
public final class Guesses implements Rule {

    private static final String G6 = "G6";
    private static final Duration OFF = Duration.ofSeconds(2);

    private static final class Verification {
        final @Nullable UUID methodId;
        int wrong;
        Instant expiresAt = Instant.EPOCH;
        boolean over;

        Verification(@Nullable UUID methodId) {
            this.methodId = methodId;
        }
    }

    private record Own(UUID account, MethodKind kind) {}

    /** A method, or an address that is to become one. */
    private record Counted(
            UUID account, MethodKind kind, @Nullable UUID methodId) {}

    private static final class Tally {
        int inARow;
        Instant notBefore = Instant.EPOCH;
    }

    private final Map<UUID, Verification> verifications = new HashMap<>();
    private final Map<Counted, Tally> tallies = new HashMap<>();
    private final Map<Own, UUID> methods = new HashMap<>();
    private final Set<UUID> administrators = new HashSet<>();
    private final Set<UUID> proven = new HashSet<>();
    private int looked;

    @Override
    public void committed(Facts facts) {
        Message message = facts.envelope().message();
        if (message instanceof Account account && account.administrator())
            administrators.add(UUID.fromString(account.key()));
        if (message instanceof CodeIssued issued)
            begun(
                    issued.verificationId(),
                    issued.expiresAt(),
                    method(issued.accountId(), issued.kind(), issued.purpose(), facts));
        if (message instanceof CodeAwaited awaited)
            begun(
                    awaited.verificationId(),
                    awaited.expiresAt(),
                    method(awaited.accountId(), awaited.kind(), awaited.purpose(), facts));
        if (message instanceof CodeRejected rejected) rejected(rejected, facts);
        if (message instanceof CodeVerified verified) verified(verified, facts);
        if (message instanceof MethodLocked locked) methods.remove(new Own(locked.accountId(), locked.kind()));
        if (message instanceof MethodRemoved removed) methods.remove(new Own(removed.accountId(), removed.kind()));
        if (message instanceof MethodRegistered registered && registered.usableFrom() == null)
            methods.put(new Own(registered.accountId(), registered.kind()), registered.methodId());
        if (message instanceof MethodReleased released)
            methods.put(new Own(released.accountId(), released.kind()), released.methodId());
        if (message instanceof VerificationEnded ended) open(ended.verificationId()).over = true;
    }

    private void begun(UUID id, Instant expiresAt, @Nullable UUID methodId) {
        Verification verification = verifications.computeIfAbsent(id, none -> new Verification(methodId));
        if (verification.over) throw new Violation(G6, "verification " + id + " gets a code after its end");
        verification.expiresAt = expiresAt;
    }

    private Verification open(UUID id) {
        Verification verification = verifications.get(id);
        if (verification == null) throw new Violation(G6, "verification " + id + " never began");
        if (verification.over) throw new Violation(G6, "verification " + id + " goes on after its end");
        return verification;
    }

    private void rejected(CodeRejected rejected, Facts facts) {
        Verification verification = open(rejected.verificationId());
        // What ends a verification without a look at the proof is no guess.
        Counted counted = counted(verification, rejected.accountId(), rejected.kind(), rejected.purpose(), facts);
        if (rejected.reason() == Refusal.METHOD_LOCKED) {
            if (counted != null) tallies.remove(counted);
            return;
        }
        ProofLimits limits = facts.policy().limits().proofs();
        lookedAt(rejected.verificationId(), verification, counted, facts);
        verification.wrong++;
        if (verification.wrong > limits.inVerification())
            throw new Violation(
                    G6, verification.wrong + " guesses were looked at in verification " + rejected.verificationId());
        if (counted == null) return;
        Tally tally = tallies.computeIfAbsent(counted, none -> new Tally());
        tally.inARow++;
        int beyond = tally.inARow - limits.freeInARow();
        if (beyond > 0)
            tally.notBefore = facts.at()
                    .plusSeconds(Math.min(
                            (long) limits.firstWaitSeconds() << Math.min(beyond - 1, 30), limits.longestWaitSeconds()));
        else tally.notBefore = Instant.EPOCH;
        // The method is locked, or what stands in for one begins anew.
        if (tally.inARow >= limits.untilLocked()) tallies.remove(counted);
    }

    private void verified(CodeVerified verified, Facts facts) {
        Verification verification = open(verified.verificationId());
        Counted counted = counted(verification, verified.accountId(), verified.kind(), verified.purpose(), facts);
        lookedAt(verified.verificationId(), verification, counted, facts);
        if (!proven.add(verified.verificationId()))
            throw new Violation(G6, "verification " + verified.verificationId() + " is proven twice");
        verification.over = true;
        if (counted != null) tallies.remove(counted);
    }

    private void lookedAt(UUID id, Verification verification, @Nullable Counted counted, Facts facts) {
        looked++;
        ProofLimits limits = facts.policy().limits().proofs();
        if (verification.wrong >= limits.inVerification())
            throw new Violation(
                    G6, "one more proof was looked at in verification " + id + " after " + verification.wrong);
        if (facts.at().isAfter(verification.expiresAt.plus(OFF)))
            throw new Violation(G6, "a proof was looked at in verification " + id + " after the code's life");
        Tally tally = counted == null ? null : tallies.get(counted);
        if (tally == null) return;
        if (facts.at().isBefore(tally.notBefore.minus(OFF)))
            throw new Violation(G6, "a proof was looked at before its time, after " + tally.inARow + " of " + counted);
        if (tally.inARow >= limits.untilLocked())
            throw new Violation(G6, "one more proof was looked at after " + tally.inARow + " of " + counted);
    }

    /**
     * What a guess is counted by; null where there is nothing to guess, because nobody is known, or they have no such
     * method, or it counts for nothing now: such a proof is wrong whatever it is.
     */
    private @Nullable Counted counted(
            Verification verification, @Nullable UUID account, MethodKind kind, Purpose purpose, Facts facts) {
        if (account == null) return null;
        if (purpose == Purpose.REGISTER) return new Counted(account, kind, null);
        UUID method = method(account, kind, purpose, facts);
        return method == null || !method.equals(verification.methodId) ? null : new Counted(account, kind, method);
    }

    private @Nullable UUID method(@Nullable UUID account, MethodKind kind, Purpose purpose, Facts facts) {
        if (account == null) return null;
        Policy policy = facts.policy();
        boolean administrator = administrators.contains(account);
        boolean named = (administrator ? policy.administrators().kinds() : policy.kinds()).contains(kind);
        boolean counts = named && !policy.stopped().kinds().contains(kind);
        return counts || purpose == Purpose.STEP_UP ? methods.get(new Own(account, kind)) : null;
    }

    /** How many were looked at. */
    public int seen() {
        return looked;
    }
}
