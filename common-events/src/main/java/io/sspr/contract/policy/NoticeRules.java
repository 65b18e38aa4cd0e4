package io.sspr.contract.policy;

import io.sspr.contract.About;

/**
 * Who is told of what. Off is for organisations that tell their people otherwise (NIST SP 800-63B-4 4.6 wants it on).
 *
 * @param resets the person, of resets and unlocks
 * @param changes the person, of changes of a known password
 * @param methods the person, of methods that come, go, are locked or used up
 * @param failures the person, of many failed attempts
 * @param refusedResets the person, of why a reset could not begin
 * @param administratorsOfAdministrators the other administrators, when one of them has reset
 * @param administratorsOfDisputes all administrators, when somebody says that it was not they
 */
@About(
        "Who is told of what. Off is for organisations that tell their people otherwise (NIST SP 800-63B-4 4.6 wants it on).")
public record NoticeRules(
        @About("the person, of resets and unlocks") boolean resets,
        @About("the person, of changes of a known password") boolean changes,

        @About("the person, of methods that come, go, are locked or used up")
        boolean methods,

        @About("the person, of many failed attempts") boolean failures,

        @About("the person, of why a reset could not begin") boolean refusedResets,

        @About("the other administrators, when one of them has reset")
        boolean administratorsOfAdministrators,

        @About("all administrators, when somebody says that it was not they")
        boolean administratorsOfDisputes) {

    /** Everybody is told of everything. */
    public static final NoticeRules ALL = new NoticeRules(true, true, true, true, true, true, true);
}
