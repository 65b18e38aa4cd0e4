package io.sspr.registration.verification;

import io.sspr.contract.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a new code replaces the old one. */
public sealed interface Renewal {

    /** It does not. */
    record Refused(Refusal reason, @Nullable Instant retryAt) implements Renewal {}

    /** It does. */
    record Granted(Progress progress) implements Renewal {}
}
