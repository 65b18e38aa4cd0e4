package io.sspr.reset.flow;

import io.sspr.contract.MethodKind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a reset has come.
 *
 * @param gates methods proven so far, in that order
 * @param choices how often a method was chosen
 * @param refusals how many new passwords were refused
 * @param lastStepAt when something happened last
 * @param voidedBy what ended it before its time, from outside; absent while nothing has
 */
record Progress(
        List<Gate> gates,
        int choices,
        int refusals,
        Instant lastStepAt,
        @Nullable Ending voidedBy) {

    static Progress none(Instant now) {
        return new Progress(List.of(), 0, 0, now, null);
    }

    Progress withChoice(Instant now) {
        return new Progress(gates, choices + 1, refusals, now, voidedBy);
    }

    Progress withGate(Gate gate, Instant now) {
        return new Progress(Stream.concat(gates.stream(), Stream.of(gate)).toList(), choices, refusals, now, voidedBy);
    }

    Progress withRefusal(Instant now) {
        return new Progress(gates, choices, refusals + 1, now, voidedBy);
    }

    boolean hasUsed(MethodKind kind) {
        return gates.stream().anyMatch(gate -> gate.kind() == kind);
    }

    /** Whether an administrator's code was proven: it is worth as much as all methods that the policy asks for. */
    boolean isArranged() {
        return hasUsed(MethodKind.ADMINISTRATOR_CODE);
    }
}
