package io.sspr.reset.eligibility;

import io.sspr.contract.MethodKind;
import io.sspr.contract.state.MethodStatus;

/** A method that a person has, whether or not it counts. */
public record HeldMethod(MethodKind kind, MethodStatus status) {}
