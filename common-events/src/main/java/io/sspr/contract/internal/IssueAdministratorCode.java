package io.sspr.contract.internal;

import io.sspr.contract.About;
import java.time.Instant;
import java.util.UUID;

/** Send a one-time code, with which the person can reset, to a verified address. */
@About("Send a one-time code, with which the person can reset, to a verified address.")
public record IssueAdministratorCode(
        UUID accountId,
        @About("who asked for it") UUID administratorId,
        @About("the code lives no longer") Instant expiresAt)
        implements Internal {}
