package io.sspr.contract.reply;

import io.sspr.contract.About;
import io.sspr.contract.PasswordRules;
import java.time.Instant;
import java.util.UUID;

/** Enough methods are proven: hand in the new password. */
@About("Enough methods are proven: hand in the new password.")
public record ResetAuthorized(UUID flow, Instant expiresAt, PasswordRules rules) implements Reply {}
