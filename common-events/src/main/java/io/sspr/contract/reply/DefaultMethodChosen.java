package io.sspr.contract.reply;

import io.sspr.contract.About;
import java.util.UUID;

/** Codes of its kind go there from now on. */
@About("Codes of its kind go there from now on.")
public record DefaultMethodChosen(UUID methodId) implements Reply {}
