package io.sspr.contract.policy;

import io.sspr.contract.About;
import org.jspecify.annotations.Nullable;

/**
 * Whether people are asked at sign-in to register, and how long they may put it off.
 *
 * @param required whether they are asked
 * @param skips how often it may be skipped; absent: as often as one likes
 * @param deadlineDays days from the first time asked during which it may be skipped; absent: no deadline
 * @param reconfirmDays days after which people look at their methods again, 0 (never) to 730
 */
@About("Whether people are asked at sign-in to register, and how long they may put it off.")
public record RegistrationRules(
        @About("whether they are asked") boolean required,

        @About("how often it may be skipped; absent: as often as one likes") @Nullable
        Integer skips,

        @About("days from the first time asked during which it may be skipped; absent: no deadline") @Nullable
        Integer deadlineDays,

        @About("days after which people look at their methods again, 0 (never) to 730")
        int reconfirmDays) {

    /** Nobody is asked. */
    public static final RegistrationRules NOBODY = new RegistrationRules(false, null, null, 0);
}
