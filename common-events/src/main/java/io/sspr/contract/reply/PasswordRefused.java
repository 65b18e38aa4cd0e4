package io.sspr.contract.reply;

import io.sspr.contract.About;
import io.sspr.contract.PasswordRule;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The new password breaks these rules; the flow goes on. */
@About("The new password breaks these rules; the flow goes on.")
public record PasswordRefused(@Nullable UUID flow, List<PasswordRule> rules) implements Reply {}
