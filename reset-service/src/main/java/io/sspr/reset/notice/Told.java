package io.sspr.reset.notice;

import io.sspr.contract.internal.Notice;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is told to whom.
 *
 * @param until end of a lock
 */
record Told(
        UUID accountId, Notice notice, Instant at, @Nullable Instant until) {}
