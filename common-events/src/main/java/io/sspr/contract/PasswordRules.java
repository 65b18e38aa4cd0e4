package io.sspr.contract;

/**
 * What a new password must satisfy.
 *
 * @param minimumLength fewest code points
 * @param maximumLength most code points
 */
@About("What a new password must satisfy.")
public record PasswordRules(
        @About("fewest code points") int minimumLength,
        @About("most code points") int maximumLength) {}
