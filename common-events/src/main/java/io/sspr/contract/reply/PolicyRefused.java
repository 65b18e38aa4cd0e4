package io.sspr.contract.reply;

import io.sspr.contract.About;
import io.sspr.contract.policy.PolicyFault;
import java.util.List;

/** The rules cannot be: each fault is named. */
@About("The rules cannot be: each fault is named.")
public record PolicyRefused(List<PolicyFault> faults) implements Reply {}
