package io.sspr.simulation.check;

import io.sspr.contract.Message;
import io.sspr.contract.MethodKind;
import io.sspr.contract.event.AccountUnlocked;
import io.sspr.contract.event.AdministratorCodeIssued;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.GatePassed;
import io.sspr.contract.event.MethodLocked;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.contract.event.PasswordRefused;
import io.sspr.contract.event.ResetAuthorized;
import io.sspr.contract.event.ResetCancelled;
import io.sspr.contract.event.ResetExpired;
import io.sspr.contract.event.ResetRequested;
import io.sspr.contract.event.UnlockRequested;
import io.sspr.contract.event.VerificationRequested;
import io.sspr.contract.state.Account;
import io.sspr.contract.state.Policy;
import io.sspr.simulation.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** G3 and the life of a reset: what was proven, by which kinds, in which reset, when, and what the rules asked for. */
public final class Gates implements Rule {

    private static final String G3 = "G3";
    private static final Duration OFF = Duration.ofSeconds(4);

    private static final class Course {
        final Policy begunUnder;
        final Instant begunAt;
        final boolean unlocks;
        final List<GatePassed> gates = new ArrayList<>();
        Instant lastStep;
        boolean ended;

        Course(Policy begunUnder, Instant begunAt, boolean unlocks) {
            this.begunUnder = begunUnder;
            this.begunAt = begunAt;
            this.lastStep = begunAt;
            this.unlocks = unlocks;
        }
    }

    private final Map<UUID, Course> resets = new HashMap<>();
    private final Map<UUID, CodeVerified> proofs = new HashMap<>();
    private final Map<UUID, UUID> chosen = new HashMap<>();
    private final Set<UUID> usedProofs = new HashSet<>();
    private final Set<UUID> locked = new HashSet<>();
    private final Map<UUID, Integer> administratorCodes = new HashMap<>();
    private final Set<UUID> administrators = new HashSet<>();

    @Override
    public void committed(Facts facts) {
        Message message = facts.envelope().message();
        if (message instanceof Account account) note(account);
        if (message instanceof MethodLocked lock) locked.add(lock.methodId());
        if (message instanceof MethodRegistered registered) locked.remove(registered.methodId());
        if (message instanceof AdministratorCodeIssued issued)
            administratorCodes.merge(issued.accountId(), 1, Integer::sum);
        if (message instanceof CodeVerified proof) proven(proof);
        if (message instanceof ResetRequested begun)
            resets.put(begun.resetId(), new Course(facts.policy(), facts.at(), false));
        if (message instanceof UnlockRequested begun)
            resets.put(begun.resetId(), new Course(facts.policy(), facts.at(), true));
        if (message instanceof VerificationRequested choice) {
            step(choice.resetId(), facts);
            chosen.put(choice.verificationId(), choice.resetId());
        }
        if (message instanceof GatePassed gate) passed(gate, facts);
        if (message instanceof ResetAuthorized authorised) enough(step(authorised.resetId(), facts), facts);
        if (message instanceof AccountUnlocked unlocked) unlocked(unlocked, facts);
        if (message instanceof PasswordChanged changed) changed(changed, facts);
        if (message instanceof PasswordRefused refused && refused.resetId() != null) step(refused.resetId(), facts);
        if (message instanceof ResetCancelled cancelled) course(cancelled.resetId()).ended = true;
        if (message instanceof ResetExpired expired) expired(expired);
    }

    private void note(Account account) {
        if (account.administrator()) administrators.add(UUID.fromString(account.key()));
    }

    private void proven(CodeVerified proof) {
        if (locked.contains(proof.methodId()))
            throw new Violation("G6", "a locked method was proven: " + proof.methodId());
        if (proofs.put(proof.verificationId(), proof) != null)
            throw new Violation(G3, "verification " + proof.verificationId() + " was proven twice");
    }

    private Course course(UUID resetId) {
        Course course = resets.get(resetId);
        if (course == null) throw new Violation(G3, "nobody requested reset " + resetId);
        if (course.ended) throw new Violation(G3, "reset " + resetId + " goes on after its end");
        return course;
    }

    /** Something that makes it live longer, and must come within its life. */
    private Course step(UUID resetId, Facts facts) {
        Course course = course(resetId);
        withinLife(resetId, course, facts);
        course.lastStep = facts.at();
        return course;
    }

    private static void withinLife(UUID resetId, Course course, Facts facts) {
        var limits = facts.policy().limits().resets();
        Instant whole = course.begunAt.plusSeconds(limits.lifeSeconds());
        Instant idle = course.lastStep.plusSeconds(limits.inactivitySeconds());
        if (facts.at().isAfter(whole.plus(OFF)))
            throw new Violation(G3, "reset " + resetId + " goes on after " + limits.lifeSeconds() + " s");
        if (facts.at().isAfter(idle.plus(OFF)))
            throw new Violation(
                    G3, "reset " + resetId + " goes on after nothing for " + limits.inactivitySeconds() + " s");
    }

    private void passed(GatePassed gate, Facts facts) {
        Course course = step(gate.resetId(), facts);
        CodeVerified proof = proofs.get(gate.verificationId());
        if (proof == null) throw new Violation(G3, "a gate opened without a proof: " + gate.verificationId());
        if (!gate.resetId().equals(proof.resetId()) || !gate.resetId().equals(chosen.get(gate.verificationId())))
            throw new Violation(G3, "a proof opened a gate of another reset: " + gate.verificationId());
        if (!usedProofs.add(gate.verificationId()))
            throw new Violation(G3, "a proof opened two gates: " + gate.verificationId());
        if (course.gates.stream().anyMatch(before -> before.kind() == gate.kind()))
            throw new Violation(G3, "two gates of reset " + gate.resetId() + " by one kind, " + gate.kind());
        course.gates.add(gate);
    }

    /** As many as the stricter of the rules at the beginning and now, of kinds that count by both. */
    private void enough(Course course, Facts facts) {
        if (course.gates.isEmpty()) throw new Violation(G3, "a reset is authorised with nothing proven");
        if (course.gates.stream().anyMatch(gate -> gate.kind() == MethodKind.ADMINISTRATOR_CODE)) return;
        UUID account = course.gates.get(0).accountId();
        boolean administrator = administrators.contains(account);
        Set<MethodKind> kinds = kinds(course.begunUnder, administrator);
        kinds.retainAll(kinds(facts.policy(), administrator));
        Set<MethodKind> proven = EnumSet.noneOf(MethodKind.class);
        for (GatePassed gate : course.gates) proven.add(gate.kind());
        proven.retainAll(kinds);
        int asked = Math.max(gates(course.begunUnder, administrator), gates(facts.policy(), administrator));
        if (proven.size() < asked)
            throw new Violation(G3, asked + " methods are asked for, " + proven + " count, of " + course.gates);
    }

    private static int gates(Policy policy, boolean administrator) {
        return administrator ? policy.administrators().gates() : policy.gates();
    }

    private static Set<MethodKind> kinds(Policy policy, boolean administrator) {
        Set<MethodKind> kinds =
                EnumSet.copyOf(administrator ? policy.administrators().kinds() : policy.kinds());
        policy.stopped().kinds().forEach(kinds::remove);
        return kinds;
    }

    private void unlocked(AccountUnlocked unlocked, Facts facts) {
        Course course = step(unlocked.resetId(), facts);
        if (!course.unlocks) throw new Violation(G3, "a reset unlocks: " + unlocked.resetId());
        enough(course, facts);
        course.ended = true;
    }

    private void changed(PasswordChanged changed, Facts facts) {
        boolean byReset = changed.cause() == Cause.RESET || changed.cause() == Cause.ADMINISTRATOR;
        UUID resetId = changed.resetId();
        if (!byReset) {
            if (resetId != null) throw new Violation(G3, "a change names a reset: " + resetId);
            return;
        }
        if (resetId == null) throw new Violation(G3, "a reset without a reset: " + changed);
        Course course = course(resetId);
        withinLife(resetId, course, facts);
        if (course.unlocks) throw new Violation(G3, "an unlock sets a password: " + resetId);
        if (course.gates.stream().anyMatch(gate -> !gate.accountId().equals(changed.accountId())))
            throw new Violation(G3, "another account was proven than " + changed.accountId());
        if (changed.cause() == Cause.ADMINISTRATOR) arranged(course, changed.accountId());
        else if (course.gates.stream().anyMatch(gate -> gate.kind() == MethodKind.ADMINISTRATOR_CODE))
            throw new Violation(G3, "an administrator's code counts as a method: " + resetId);
        enough(course, facts);
        course.ended = true;
    }

    private void arranged(Course course, UUID accountId) {
        if (course.gates.stream().noneMatch(gate -> gate.kind() == MethodKind.ADMINISTRATOR_CODE))
            throw new Violation(G3, "an administrator's reset without the code");
        if (administratorCodes.merge(accountId, -1, Integer::sum) < 0)
            throw new Violation(G3, "more resets than codes that an administrator had sent");
    }

    private void expired(ResetExpired expired) {
        Course course = resets.get(expired.resetId());
        if (course == null || course.ended) throw new Violation(G3, "a reset ends twice: " + expired.resetId());
        course.ended = true;
    }

    /** How many resets there were, to see that it is not for nothing. */
    public int seen() {
        return resets.size();
    }
}
