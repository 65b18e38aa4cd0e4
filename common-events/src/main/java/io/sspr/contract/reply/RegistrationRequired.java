package io.sspr.contract.reply;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import io.sspr.contract.policy.RegistrationReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person who has signed in is to register, or to look at their methods again.
 *
 * @param reasons why, the weightiest first
 * @param suggested kinds to register: the fewest that suffice for all reasons, the most secure first
 * @param alternatives kinds that may take the place of one of the suggested
 * @param mayBeSkipped whether the person may go on without
 * @param skipsLeft how often; absent: as often as one likes, or not at all
 * @param skippableUntil until when; absent: no deadline
 */
@About("The person who has signed in is to register, or to look at their methods again.")
public record RegistrationRequired(
        UUID accountId,
        @About("why, the weightiest first") List<RegistrationReason> reasons,

        @About("kinds to register: the fewest that suffice for all reasons, the most secure first")
        List<MethodKind> suggested,

        @About("kinds that may take the place of one of the suggested")
        List<MethodKind> alternatives,

        @About("whether the person may go on without") boolean mayBeSkipped,

        @About("how often; absent: as often as one likes, or not at all") @Nullable
        Integer skipsLeft,

        @About("until when; absent: no deadline") @Nullable Instant skippableUntil)
        implements Reply {}
