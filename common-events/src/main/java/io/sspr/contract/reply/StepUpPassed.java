package io.sspr.contract.reply;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import java.util.UUID;

/** A method was proven within this sign-in. */
@About("A method was proven within this sign-in.")
public record StepUpPassed(UUID flow, MethodKind kind) implements Reply {}
