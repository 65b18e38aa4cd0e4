package io.sspr.contract.policy;

import io.sspr.contract.About;

/**
 * Whether passwords that are known from breaches are refused; where the lists are is configuration of reset-service.
 *
 * @param file whether the file is looked at
 * @param service whether the range service is asked
 * @param refusesUnchecked whether a password is refused that could not be checked
 */
@About(
        "Whether passwords that are known from breaches are refused; where the lists are is configuration of reset-service.")
public record BreachRules(
        @About("whether the file is looked at") boolean file,
        @About("whether the range service is asked") boolean service,

        @About("whether a password is refused that could not be checked")
        boolean refusesUnchecked) {

    /** Nothing is looked at. */
    public static final BreachRules NONE = new BreachRules(false, false, false);
}
