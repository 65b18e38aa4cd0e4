package io.sspr.contract;

/**
 * What counts as a method.
 *
 * @param quarantineHours how long a method cannot serve a reset that no older one vouched for, 0 to 720
 * @param importedCount whether addresses that provisioning told of and nobody has proven serve a reset
 */
@About("What counts as a method.")
public record MethodRules(
        @About("how long a method cannot serve a reset that no older one vouched for, 0 to 720")
        int quarantineHours,

        @About("whether addresses that provisioning told of and nobody has proven serve a reset")
        boolean importedCount) {}
