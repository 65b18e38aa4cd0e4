package io.sspr.contract.reply;

import io.sspr.contract.About;
import java.time.Instant;
import java.util.UUID;

/** A one-time code is on its way to the person. */
@About("A one-time code is on its way to the person.")
public record ResetStarted(
        UUID accountId,
        @About("until then the code can be used") Instant expiresAt) implements Reply {}
