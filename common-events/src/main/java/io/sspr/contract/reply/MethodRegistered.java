package io.sspr.contract.reply;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import java.util.UUID;

/** The method is verified and counts from now on. */
@About("The method is verified and counts from now on.")
public record MethodRegistered(UUID flow, UUID methodId, MethodKind kind) implements Reply {}
