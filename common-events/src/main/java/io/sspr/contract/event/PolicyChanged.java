package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.state.Policy;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Other rules are in force; the event of the version before holds what they were.
 *
 * @param administratorId account of the administrator; absent: the configuration, at the first start
 * @param policy the rules: they name groups and words of the organisation, and nobody
 */
@About("Other rules are in force; the event of the version before holds what they were.")
public record PolicyChanged(
        @About("account of the administrator; absent: the configuration, at the first start") @Nullable
        UUID administratorId,

        @About("the rules: they name groups and words of the organisation, and nobody")
        Policy policy)
        implements Event {

    /** There is one policy, so one name for it. */
    public static final UUID POLICY_ID = UUID.fromString("70b11c10-0000-4000-8000-000000000001");

    @Override
    public UUID subject() {
        return POLICY_ID;
    }
}
