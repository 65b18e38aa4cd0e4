package io.sspr.registration.method;

import io.sspr.contract.Purpose;
import io.sspr.contract.state.MethodStatus;
import java.time.Instant;

/**
 * What a method in each of its states may be proven for, and the only place where that is decided.
 *
 * @param importedCount whether addresses that provisioning told of and nobody has proven serve a reset
 * @param at when
 */
public record Serving(boolean importedCount, Instant at) {

    /** Whether it may; {@code REGISTER} is to vouch for another one. */
    public boolean allows(RegisteredMethod method, Purpose purpose) {
        Instant until = method.usableUntil();
        boolean over = until != null && !at.isBefore(until);
        return !over && allows(method.status(), purpose);
    }

    boolean allows(MethodStatus status, Purpose purpose) {
        return switch (status) {
            case VERIFIED -> true;
            case IMPORTED -> importedCount && isWithoutSignIn(purpose);
            case QUARANTINED, LOCKED, REMOVED -> false;
        };
    }

    private static boolean isWithoutSignIn(Purpose purpose) {
        return switch (purpose) {
            case RESET, UNLOCK, ADMINISTRATOR_RESET -> true;
            case REGISTER, STEP_UP -> false;
        };
    }
}
