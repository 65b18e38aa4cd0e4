package io.sspr.audit.life;

import io.sspr.audit.finding.FindingCode;
import io.sspr.contract.Message;
import io.sspr.contract.MethodKind;
import io.sspr.contract.event.AccountUnlocked;
import io.sspr.contract.event.AdministratorContacted;
import io.sspr.contract.event.AdministratorResetStarted;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.GatePassed;
import io.sspr.contract.event.MethodImported;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.contract.event.PasswordRefused;
import io.sspr.contract.event.ResetAuthorized;
import io.sspr.contract.event.ResetCancelled;
import io.sspr.contract.event.ResetDisputed;
import io.sspr.contract.event.ResetExpired;
import io.sspr.contract.event.ResetRequested;
import io.sspr.contract.event.UnlockRequested;
import io.sspr.contract.event.VerificationRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** G3 and the life of resets: each begins once, passes its gates by proofs of its own, and ends once. */
final class ResetRule {

    /** That a policy can give. */
    private static final Duration LONGEST_LIFE = Duration.ofHours(1);

    private record Passed(GatePassed gate, Told told) {}

    private static final class Reset {
        final UUID id;
        final Told begun;
        final boolean unlock;
        final int gates;
        /** Its steps are told under its own id, because who asked is not eligible. */
        final boolean inVain;

        final Map<UUID, MethodKind> chosen = new HashMap<>();
        final List<Passed> passed = new ArrayList<>();
        Instant lastStep;
        boolean authorised;

        @Nullable
        Told ended;

        Reset(UUID id, Told begun, boolean unlock, int gates, boolean inVain) {
            this.id = id;
            this.begun = begun;
            this.unlock = unlock;
            this.gates = gates;
            this.inVain = inVain;
            this.lastStep = begun.at();
        }

        boolean isArranged() {
            return passed.stream().anyMatch(one -> one.gate().kind() == MethodKind.ADMINISTRATOR_CODE);
        }
    }

    private final Judge judge;
    private final Rules rules;
    private final Map<UUID, Reset> resets = new HashMap<>();
    private final Map<UUID, Told> proofs = new HashMap<>();
    private final Set<UUID> chosenAnywhere = new HashSet<>();
    private final Set<UUID> imported = new HashSet<>();
    private final Set<UUID> usedProofs = new HashSet<>();
    private final List<Told> allowed = new ArrayList<>();
    private final List<Told> voiding = new ArrayList<>();

    ResetRule(Judge judge, Rules rules) {
        this.judge = judge;
        this.rules = rules;
    }

    void check(Life life, Activity reset) {
        for (Told told : life.registration)
            if (told.message() instanceof CodeVerified verified) proofs.putIfAbsent(verified.verificationId(), told);
            else if (told.message() instanceof MethodImported method) imported.add(method.methodId());
        for (Told told : life.begunElsewhere) begin(told, life.key);
        for (Told told : life.reset) step(told, life.key);
        for (Told told : life.password) {
            if (told.message() instanceof PasswordChanged changed) set(told, changed);
            voiding.add(told);
        }
        for (Reset one : resets.values()) if (!one.inVain && one.ended == null) overdue(one, reset);
    }

    private void step(Told told, String key) {
        Message message = told.message();
        if (message instanceof ResetRequested || message instanceof UnlockRequested) begin(told, key);
        else if (message instanceof VerificationRequested chosen) chosen(told, chosen);
        else if (message instanceof GatePassed gate) pass(told, gate);
        else if (message instanceof ResetAuthorized authorised) authorise(told, authorised);
        else if (message instanceof PasswordRefused refused && refused.resetId() != null) {
            Reset of = of(told, refused.resetId());
            if (of != null) needsAuthorised(told, of);
            if (of != null) of.lastStep = told.at();
        } else if (message instanceof AdministratorContacted contacted) of(told, contacted.resetId());
        else if (message instanceof ResetCancelled cancelled) end(told, cancelled.resetId());
        else if (message instanceof ResetExpired expired) end(told, expired.resetId());
        else if (message instanceof AccountUnlocked unlocked) unlock(told, unlocked);
        else if (message instanceof AdministratorResetStarted) allowed.add(told);
    }

    private void begin(Told told, String key) {
        Reset begun;
        if (told.message() instanceof ResetRequested asked) {
            boolean inVain =
                    asked.ineligible() != null && !asked.resetId().toString().equals(key);
            begun = new Reset(asked.resetId(), told, false, asked.gates(), inVain);
        } else if (told.message() instanceof UnlockRequested asked) {
            boolean inVain =
                    asked.ineligible() != null && !asked.resetId().toString().equals(key);
            begun = new Reset(asked.resetId(), told, true, asked.gates(), inVain);
        } else return;
        if (resets.putIfAbsent(begun.id, begun) != null)
            judge.add(FindingCode.RESET_BEGUN_TWICE, told, begun.id, "this reset began before");
        List<Rules.Version> inForce = rules.around(told.at());
        if (!inForce.isEmpty() && inForce.stream().noneMatch(version -> begun.gates >= version.gates()))
            judge.add(
                    FindingCode.GATES_UNDERSTATED,
                    told,
                    begun.id,
                    "it asks for " + begun.gates + " methods, and policy version "
                            + inForce.get(0).number() + " for " + inForce.get(0).gates());
    }

    private void chosen(Told told, VerificationRequested chosen) {
        Reset of = of(told, chosen.resetId());
        if (of == null) return;
        of.lastStep = told.at();
        if (!chosenAnywhere.add(chosen.verificationId()))
            judge.add(
                    FindingCode.VERIFICATION_BEGUN_TWICE,
                    told,
                    of.id,
                    "verification " + chosen.verificationId() + " was asked for before");
        of.chosen.put(chosen.verificationId(), chosen.kind());
    }

    private void pass(Told told, GatePassed gate) {
        Reset of = of(told, gate.resetId());
        if (of == null) return;
        of.lastStep = told.at();
        Told proof = proofs.get(gate.verificationId());
        if (proof == null || !(proof.message() instanceof CodeVerified verified))
            judge.add(
                    FindingCode.GATE_UNPROVEN,
                    told,
                    of.id,
                    "verification " + gate.verificationId() + " was not verified");
        else {
            boolean its = of.id.equals(verified.resetId())
                    && gate.methodId().equals(verified.methodId())
                    && gate.kind() == verified.kind();
            if (!its)
                judge.add(
                        FindingCode.GATE_UNPROVEN,
                        told,
                        of.id,
                        "the proof at " + proof.place() + " is of another reset or method");
            else if (of.chosen.get(gate.verificationId()) != gate.kind())
                judge.add(
                        FindingCode.GATE_UNPROVEN, told, of.id, "the method of its proof was not chosen in this reset");
            if (!proof.id().equals(told.envelope().causationId()) || told.isBefore(proof.at()))
                judge.add(
                        FindingCode.CAUSE_WRONG, told, of.id, "it does not follow from the proof at " + proof.place());
        }
        if (!usedProofs.add(gate.verificationId()))
            judge.add(FindingCode.PROOF_USED_TWICE, told, of.id, "its proof passed a gate before");
        else if (of.passed.stream()
                .map(Passed::gate)
                .anyMatch(
                        other -> other.kind() == gate.kind() || other.methodId().equals(gate.methodId())))
            judge.add(
                    FindingCode.METHOD_USED_TWICE, told, of.id, "its method, or one of its kind, passed a gate before");
        of.passed.add(new Passed(gate, told));
    }

    private void authorise(Told told, ResetAuthorized authorised) {
        Reset of = of(told, authorised.resetId());
        if (of == null) return;
        of.authorised = true;
        if (!isEnough(of, told.at()) && !of.isArranged()) tooFew(told, of);
    }

    private void unlock(Told told, AccountUnlocked unlocked) {
        Reset of = resets.get(unlocked.resetId());
        if (of == null || !of.unlock)
            judge.add(
                    FindingCode.PASSWORD_WITHOUT_RESET,
                    told,
                    unlocked.resetId(),
                    "the account was unlocked without a request to unlock it");
        else {
            if (!isEnough(of, told.at())) tooFew(told, of);
            end(told, of.id);
        }
    }

    private void set(Told told, PasswordChanged changed) {
        if (changed.cause() != Cause.RESET && changed.cause() != Cause.ADMINISTRATOR) return;
        UUID resetId = changed.resetId();
        Reset of = resetId == null ? null : resets.get(resetId);
        if (of == null || of.unlock || of.inVain) {
            judge.add(
                    FindingCode.PASSWORD_WITHOUT_RESET,
                    told,
                    resetId,
                    "version " + changed.version() + " was set by a reset that is not there, or cannot set one");
            return;
        }
        if (!of.authorised)
            judge.add(
                    FindingCode.PASSWORD_WITHOUT_RESET,
                    told,
                    of.id,
                    "version " + changed.version() + " was set by a reset that was not authorised");
        if (changed.cause() == Cause.ADMINISTRATOR) arranged(told, of);
        else if (!isEnough(of, told.at())) tooFew(told, of);
        late(told, of);
        for (Told other : voiding)
            if (other.isAfter(of.begun.at()) && other.isBefore(told.at()) && isVoid(other))
                judge.add(
                        FindingCode.PASSWORD_BY_VOID_RESET,
                        told,
                        of.id,
                        "the reset had ended by what stands at " + other.place());
        if (of.lastStep.minus(Clocks.DIFFER).isAfter(told.at()))
            judge.add(FindingCode.RESET_AFTER_END, told, of.id, "a step was taken at " + of.lastStep + ", after this");
        ended(told, of);
    }

    private static boolean isVoid(Told other) {
        return other.message() instanceof ResetDisputed || other.message() instanceof PasswordChanged;
    }

    private void arranged(Told told, Reset of) {
        if (!of.isArranged()) {
            judge.add(
                    FindingCode.ARRANGED_WITHOUT_CODE,
                    told,
                    of.id,
                    "no administrator's code was verified in this reset");
            return;
        }
        Told live = null;
        for (Told start : allowed)
            if (isGoodFor(start, told)) {
                // The last that is there; one that only another clock puts before this counts if there is no other.
                if (live == null || !start.at().isAfter(told.at())) live = start;
            }
        if (live == null)
            judge.add(
                    FindingCode.ARRANGED_WITHOUT_ADMINISTRATOR,
                    told,
                    of.id,
                    "no administrator had allowed it, or what was allowed is used up or over");
        else {
            // One allowance takes the place of those before it, and is good for one password.
            Told last = live;
            allowed.removeIf(start -> !start.at().isAfter(last.at()));
        }
    }

    private boolean isGoodFor(Told start, Told password) {
        return start.message() instanceof AdministratorResetStarted started
                && !start.isAfter(password.at())
                && !password.isAfter(started.expiresAt())
                && voiding.stream()
                        .noneMatch(other -> other.message() instanceof ResetDisputed && other.isAfter(start.at()));
    }

    /** Whether as many different methods that count are proven as the stricter policy asks. */
    private boolean isEnough(Reset of, Instant now) {
        List<Rules.Version> then = rules.around(of.begun.at());
        List<Rules.Version> inForce = rules.around(now);
        List<GatePassed> counted = new ArrayList<>();
        Set<UUID> methods = new HashSet<>();
        for (Passed passed : of.passed) {
            GatePassed gate = passed.gate();
            if (gate.kind().isRegistered()
                    && !passed.told().isAfter(now)
                    && proofs.containsKey(gate.verificationId())
                    && methods.add(gate.methodId())
                    && (then.isEmpty() || then.stream().anyMatch(version -> counts(version, gate)))) counted.add(gate);
        }
        if (inForce.isEmpty()) return kinds(counted.stream()) >= of.gates;
        return inForce.stream()
                .anyMatch(version -> kinds(counted.stream().filter(gate -> counts(version, gate)))
                        >= Math.max(of.gates, version.gates()));
    }

    private boolean counts(Rules.Version version, GatePassed gate) {
        return version.counts(gate.kind(), imported.contains(gate.methodId()));
    }

    private static long kinds(Stream<GatePassed> gates) {
        return gates.map(GatePassed::kind).distinct().count();
    }

    private void tooFew(Told told, Reset of) {
        judge.add(
                FindingCode.GATES_TOO_FEW,
                told,
                of.id,
                of.passed.size() + " gates were passed, of " + of.gates + " that the reset asked for at least");
    }

    private void late(Told told, Reset of) {
        List<Rules.Version> inForce = rules.around(told.at());
        boolean lives = inForce.isEmpty()
                || inForce.stream()
                        .anyMatch(version -> isWithin(of.begun.at(), version.life(), told)
                                && isWithin(of.lastStep, version.inactivity(), told));
        if (!lives)
            judge.add(
                    FindingCode.PASSWORD_TOO_LATE,
                    told,
                    of.id,
                    "the reset began at " + of.begun.at() + ", and its last step was at " + of.lastStep);
    }

    private static boolean isWithin(Instant begin, Duration life, Told told) {
        return !told.isAfter(begin.plus(life));
    }

    private void needsAuthorised(Told told, Reset of) {
        if (!of.authorised)
            judge.add(FindingCode.RESET_OUT_OF_ORDER, told, of.id, "a password was handed in before it was authorised");
    }

    private void end(Told told, UUID resetId) {
        Reset of = resets.get(resetId);
        if (of == null) judge.add(FindingCode.RESET_UNKNOWN, told, resetId, "this reset never began");
        else ended(told, of);
    }

    private void ended(Told told, Reset of) {
        if (of.ended == null) of.ended = told;
        else judge.add(FindingCode.RESET_ENDED_TWICE, told, of.id, "the reset had ended at " + of.ended.place());
    }

    private @Nullable Reset of(Told told, UUID resetId) {
        Reset of = resets.get(resetId);
        if (of == null) judge.add(FindingCode.RESET_UNKNOWN, told, resetId, "this reset never began");
        else if (of.ended != null)
            judge.add(FindingCode.RESET_AFTER_END, told, resetId, "the reset had ended at " + of.ended.place());
        return of;
    }

    private void overdue(Reset of, Activity reset) {
        if (reset.hasGoneOnAfter(of.begun.at().plus(LONGEST_LIFE)))
            judge.add(
                    FindingCode.RESET_NEVER_ENDED,
                    of.begun,
                    of.id,
                    "no policy lets it live for longer than an hour, and no end was told");
    }
}
