package io.sspr.contract.reply;

import io.sspr.contract.About;
import java.time.Instant;
import java.util.UUID;

/** Login and password are right. */
@About("Login and password are right.")
public record SignedIn(
        UUID accountId,

        @About("the password must be changed before anything else")
        boolean mustChange,

        @About("sessions older than this are void") Instant sessionsInvalidBefore)
        implements Reply {}
