package io.sspr.contract.reply;

import io.sspr.contract.About;
import java.util.UUID;

/** The method is gone. */
@About("The method is gone.")
public record MethodRemoved(UUID methodId) implements Reply {}
