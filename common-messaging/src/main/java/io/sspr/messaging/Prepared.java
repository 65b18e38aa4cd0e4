package io.sspr.messaging;

import io.sspr.contract.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a handler found out before the transaction: facts, or that the request is to be refused. */
public sealed interface Prepared<F> {

    /** Facts to decide with. */
    record Facts<F>(F value) implements Prepared<F> {}

    /** Refuse the request: it is answered RequestRefused with this reason and has no effect. */
    record Refuse<F>(Refusal reason, @Nullable Instant retryAt) implements Prepared<F> {}

    /** Facts to decide with. */
    static <F> Prepared<F> facts(F value) {
        return new Facts<>(value);
    }

    /** Refuse the request. */
    static <F> Prepared<F> refuse(Refusal reason) {
        return new Refuse<>(reason, null);
    }
}
