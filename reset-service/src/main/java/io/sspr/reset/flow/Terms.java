package io.sspr.reset.flow;

import io.sspr.contract.state.Policy;

/**
 * What holds for the resets of an account at a time.
 *
 * @param policy the rules in force
 * @param granted whether an administrator has allowed a reset with a one-time code, and that still holds
 * @param frozen whether the owner has denied what happened: then nothing but that code counts
 */
record Terms(Policy policy, boolean granted, boolean frozen) {}
