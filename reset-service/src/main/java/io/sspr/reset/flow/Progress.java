package io.sspr.reset.flow;

import io.sspr.contract.MethodKind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far a reset has come.
 *
 * @param gates methods proven so far, in that order
 * @param choices how often a method was chosen
 * @param refusals how many new passwords were refused
 * @param lastStepAt when something happened last
 * @param voided whether a password was set by other means since
 */
record Progress(List<Gate> gates, int choices, int refusals, Instant lastStepAt, boolean voided) {

    static Progress none(Instant now) {
        return new Progress(List.of(), 0, 0, now, false);
    }

    Progress withChoice(Instant now) {
        return new Progress(gates, choices + 1, refusals, now, voided);
    }

    Progress withGate(Gate gate, Instant now) {
        return new Progress(Stream.concat(gates.stream(), Stream.of(gate)).toList(), choices, refusals, now, voided);
    }

    Progress withRefusal(Instant now) {
        return new Progress(gates, choices, refusals + 1, now, voided);
    }

    boolean hasUsed(MethodKind kind) {
        return gates.stream().anyMatch(gate -> gate.kind() == kind);
    }

    /** How many of the proven methods the policy in force still accepts. */
    int counted(List<MethodKind> accepted) {
        return (int)
                gates.stream().filter(gate -> accepted.contains(gate.kind())).count();
    }
}
