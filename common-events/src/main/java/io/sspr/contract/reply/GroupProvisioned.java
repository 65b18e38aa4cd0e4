package io.sspr.contract.reply;

import io.sspr.contract.About;

/** The group is known. */
@About("The group is known.")
public record GroupProvisioned(boolean created) implements Reply {}
