package io.sspr.registration.method;

import io.sspr.contract.state.MethodStatus;
import org.jspecify.annotations.Nullable;

/** What can happen to a method, and what state it leads to; {@code method.mermaid} is the picture. */
enum MethodChange {
    /** Provisioning tells of it. */
    IMPORT(MethodStatus.IMPORTED),
    /** Its owner proves it for the first time, and it counts. */
    REGISTER(MethodStatus.VERIFIED),
    /** The same, but it counts only from some time on. */
    QUARANTINE(MethodStatus.QUARANTINED),
    /** That time has come. */
    RELEASE(MethodStatus.VERIFIED),
    /** There were too many wrong proofs in a row. */
    LOCK(MethodStatus.LOCKED),
    /** It goes. */
    REMOVE(MethodStatus.REMOVED);

    private final MethodStatus to;

    MethodChange(MethodStatus to) {
        this.to = to;
    }

    /** Whether it can happen in that state; absent before there is any. */
    boolean isPossible(@Nullable MethodStatus before) {
        return switch (this) {
            case IMPORT, REGISTER, QUARANTINE -> before == null;
            case RELEASE -> before == MethodStatus.QUARANTINED;
            case LOCK -> before == MethodStatus.IMPORTED || before == MethodStatus.VERIFIED;
            case REMOVE -> before != null && before != MethodStatus.REMOVED;
        };
    }

    MethodStatus to() {
        return to;
    }

    /** The method after it. */
    RegisteredMethod of(RegisteredMethod method) {
        if (!isPossible(method.status())) throw new IllegalStateException(this + " of " + method);
        return method.with(to);
    }
}
