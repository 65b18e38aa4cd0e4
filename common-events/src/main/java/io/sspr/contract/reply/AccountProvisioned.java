package io.sspr.contract.reply;

import io.sspr.contract.About;
import java.util.UUID;

/** The account is known under this id. */
@About("The account is known under this id.")
public record AccountProvisioned(
        UUID accountId,
        @About("false if it was known before") boolean created) implements Reply {}
