package io.sspr.reset.flow;

import io.sspr.contract.policy.Ineligibility;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a reset can come to nothing, though it looks like any other.
 *
 * @param accountId the person it would have been for, who is told; absent if nobody is known by the login
 * @param reason why
 */
record Ineligible(@Nullable UUID accountId, Ineligibility reason) {}
