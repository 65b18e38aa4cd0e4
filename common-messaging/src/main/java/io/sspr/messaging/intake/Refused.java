package io.sspr.messaging.intake;

import io.sspr.contract.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A check found a reason to refuse; becomes a verdict, never leaves this package. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    private final Refusal reason;
    private final transient @Nullable Instant retryAt;

    Refused(Refusal reason) {
        this(reason, null);
    }

    Refused(Refusal reason, @Nullable Instant retryAt) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.retryAt = retryAt;
    }

    Verdict verdict() {
        return new Verdict.Refuse(reason, retryAt);
    }

    Refusal reason() {
        return reason;
    }
}
