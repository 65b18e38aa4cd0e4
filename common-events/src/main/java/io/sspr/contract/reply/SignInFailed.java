package io.sspr.contract.reply;

import io.sspr.contract.About;
import io.sspr.contract.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Login and password were not accepted; which of the two is not said. */
@About("Login and password were not accepted; which of the two is not said.")
public record SignInFailed(Refusal reason, @Nullable Instant retryAt) implements Reply {}
