package io.sspr.contract.reply;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One method is proven and one more is needed. */
@About("One method is proven and one more is needed.")
public record GatePassed(UUID flow, List<MethodKind> kinds, int gatesLeft, Instant expiresAt) implements Reply {}
