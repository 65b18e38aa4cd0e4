package io.sspr.registration.demand;

import io.sspr.contract.MethodKind;
import io.sspr.contract.policy.RegistrationReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person has to do at sign-in.
 *
 * @param reasons why, the weightiest first
 * @param suggested kinds to register: the fewest that suffice, the most secure first
 * @param alternatives kinds that may take the place of one of them
 * @param mayBeSkipped whether it may be put off
 * @param skipsLeft how often; null if as often as one likes, or not at all
 * @param skippableUntil until when; null if there is no deadline
 * @param asked what the person has been asked by this
 * @param isNews whether the person was not asked for one of the reasons before
 */
record Demand(
        List<RegistrationReason> reasons,
        List<MethodKind> suggested,
        List<MethodKind> alternatives,
        boolean mayBeSkipped,
        @Nullable Integer skipsLeft,
        @Nullable Instant skippableUntil,
        Asked asked,
        boolean isNews) {}
