package io.sspr.audit.life;

import io.sspr.audit.finding.FindingCode;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.DefaultMethodChosen;
import io.sspr.contract.event.MethodImported;
import io.sspr.contract.event.MethodLocked;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.event.MethodReleased;
import io.sspr.contract.event.MethodRemoved;
import io.sspr.contract.event.RecoveryCodeUsed;
import io.sspr.contract.event.RecoveryCodesIssued;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A method is registered once, after a proof, counts from the end of its quarantine, and is nothing once it is removed. */
final class MethodRule {

    private static final class Method {
        final @Nullable Instant usableFrom;
        boolean released;
        boolean locked;
        boolean removed;
        int codesLeft;

        Method(@Nullable Instant usableFrom) {
            this.usableFrom = usableFrom;
        }
    }

    private final Judge judge;
    private final Map<UUID, Method> methods = new HashMap<>();
    private final Set<UUID> provenToRegister = new HashSet<>();
    private final Set<UUID> usedAdministratorCodes = new HashSet<>();

    MethodRule(Judge judge) {
        this.judge = judge;
    }

    void check(Life life) {
        for (Told told : life.registration) {
            if (told.message() instanceof MethodRegistered registered) registered(told, registered);
            else if (told.message() instanceof MethodImported imported)
                begins(told, imported.methodId(), new Method(null));
            else if (told.message() instanceof MethodReleased released) released(told, released);
            else if (told.message() instanceof MethodLocked locked) locked(told, locked);
            else if (told.message() instanceof MethodRemoved removed) removed(told, removed);
            else if (told.message() instanceof DefaultMethodChosen chosen) living(told, chosen.methodId());
            else if (told.message() instanceof CodeVerified verified) verified(told, verified);
            else if (told.message() instanceof RecoveryCodesIssued issued) issued(told, issued);
            else if (told.message() instanceof RecoveryCodeUsed used) used(told, used);
        }
    }

    private void registered(Told told, MethodRegistered registered) {
        // Recovery codes are given, not proven.
        if (registered.kind() != MethodKind.RECOVERY_CODE && !provenToRegister.contains(registered.methodId()))
            judge.add(
                    FindingCode.METHOD_UNPROVEN,
                    told,
                    "nobody has proven method " + registered.methodId() + " to register it");
        begins(told, registered.methodId(), new Method(registered.usableFrom()));
    }

    private void begins(Told told, UUID methodId, Method method) {
        if (methods.putIfAbsent(methodId, method) != null)
            judge.add(FindingCode.METHOD_REGISTERED_TWICE, told, "method " + methodId + " was registered before");
    }

    private void released(Told told, MethodReleased released) {
        Method method = living(told, released.methodId());
        if (method == null) return;
        if (method.usableFrom == null
                || method.released
                || told.at().plus(Clocks.DIFFER).isBefore(method.usableFrom))
            judge.add(
                    FindingCode.METHOD_RELEASED_WRONGLY,
                    told,
                    method.usableFrom == null || method.released
                            ? "method " + released.methodId() + " was in no quarantine"
                            : "the quarantine of method " + released.methodId() + " ends at " + method.usableFrom);
        method.released = true;
    }

    private void locked(Told told, MethodLocked locked) {
        // An administrator's code was never told of as a method.
        if (!locked.kind().isRegistered()) return;
        Method method = living(told, locked.methodId());
        if (method != null) method.locked = true;
    }

    private void removed(Told told, MethodRemoved removed) {
        Method method = living(told, removed.methodId());
        if (method != null) method.removed = true;
    }

    private @Nullable Method living(Told told, UUID methodId) {
        Method method = methods.get(methodId);
        if (method == null) judge.add(FindingCode.METHOD_UNKNOWN, told, "method " + methodId + " was never registered");
        else if (method.removed)
            judge.add(FindingCode.METHOD_AFTER_REMOVAL, told, "method " + methodId + " was removed before");
        return method;
    }

    private void verified(Told told, CodeVerified verified) {
        if (verified.purpose() == Purpose.REGISTER) {
            provenToRegister.add(verified.methodId());
            return;
        }
        if (!verified.kind().isRegistered()) {
            if (!usedAdministratorCodes.add(verified.methodId()))
                judge.add(
                        FindingCode.PROOF_USED_TWICE,
                        told,
                        verified.resetId(),
                        "this administrator's code was verified before");
            return;
        }
        Method method = methods.get(verified.methodId());
        String why = null;
        if (method == null) why = "was never registered";
        else if (method.removed) why = "was removed before";
        else if (method.locked) why = "was locked before";
        else if (method.usableFrom != null && told.at().plus(Clocks.DIFFER).isBefore(method.usableFrom))
            why = "is in quarantine until " + method.usableFrom;
        if (why != null)
            judge.add(
                    FindingCode.METHOD_UNUSABLE, told, verified.resetId(), "method " + verified.methodId() + " " + why);
    }

    private void issued(Told told, RecoveryCodesIssued issued) {
        Method method = living(told, issued.methodId());
        if (method == null) return;
        if (issued.replacement() && issued.codesLeft() != method.codesLeft + 1)
            miscounted(told, issued.codesLeft(), method);
        method.codesLeft = issued.codesLeft();
    }

    private void used(Told told, RecoveryCodeUsed used) {
        Method method = living(told, used.methodId());
        if (method == null) return;
        if (used.codesLeft() != method.codesLeft - 1) miscounted(told, used.codesLeft(), method);
        method.codesLeft = used.codesLeft();
    }

    private void miscounted(Told told, int left, Method method) {
        judge.add(
                FindingCode.RECOVERY_CODES_MISCOUNTED,
                told,
                left + " recovery codes are left, and there were " + method.codesLeft);
    }
}
