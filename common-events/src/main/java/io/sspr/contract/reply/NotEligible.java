package io.sspr.contract.reply;

import io.sspr.contract.About;
import io.sspr.contract.policy.Ineligibility;
import java.util.UUID;

/** The person cannot do that alone; told in disclosure HELPFUL only. */
@About("The person cannot do that alone; told in disclosure HELPFUL only.")
public record NotEligible(UUID flow, Ineligibility reason) implements Reply {}
