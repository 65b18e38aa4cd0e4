package io.sspr.contract.reply;

import io.sspr.contract.About;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The password is set. */
@About("The password is set.")
public record PasswordSet(@Nullable UUID flow, UUID accountId, long version) implements Reply {}
