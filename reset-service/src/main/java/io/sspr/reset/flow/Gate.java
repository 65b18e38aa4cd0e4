package io.sspr.reset.flow;

import io.sspr.contract.MethodKind;
import java.util.UUID;

/** A method that was proven for a reset, and by which verification. */
record Gate(UUID verificationId, UUID methodId, MethodKind kind) {}
