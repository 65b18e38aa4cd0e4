package io.sspr.contract.policy;

import io.sspr.contract.About;
import io.sspr.contract.Length;

/**
 * What is wrong with a policy.
 *
 * @param path which part, such as {@code limits.codes.resends}
 * @param problem what it must be, as a sentence
 */
@About("What is wrong with a policy.")
public record PolicyFault(
        @About("which part, such as limits.codes.resends") @Length(max = 128)
        String path,

        @About("what it must be, as a sentence") @Length(max = 256)
        String problem) {}
