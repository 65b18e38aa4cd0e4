package io.sspr.contract.reply;

import io.sspr.contract.About;
import java.util.UUID;

/** Nothing holds the account back any more. */
@About("Nothing holds the account back any more.")
public record Unblocked(UUID accountId) implements Reply {}
