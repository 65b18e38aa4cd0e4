package io.sspr.portal.demand;

import io.sspr.contract.MethodKind;
import io.sspr.contract.policy.RegistrationReason;
import io.sspr.contract.reply.RegistrationRequired;
import io.sspr.portal.session.Place;
import io.sspr.portal.web.Pending;
import io.sspr.portal.web.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of somebody who has just signed in, as their browser keeps it.
 *
 * @param accountId whose browser it was when it was kept
 * @param next where they go when nothing is asked any more
 * @param pending what was asked of the services and is not answered yet
 * @param demand what they are to do; absent while that is not known
 * @param trouble why the last step did not go as they hoped
 */
record Welcome(
        UUID accountId,
        Place next,
        @Nullable Pending pending,
        @Nullable Demand demand,
        @Nullable Trouble trouble) {

    /**
     * What they are to do.
     *
     * @param reasons the weightiest first
     * @param suggested kinds to register
     * @param alternatives kinds that may take the place of one of them
     * @param mayBeSkipped whether they may go on without
     * @param skipsLeft how often; absent: as often as they like
     * @param skippableUntil until when; absent: no deadline
     */
    record Demand(
            List<RegistrationReason> reasons,
            List<MethodKind> suggested,
            List<MethodKind> alternatives,
            boolean mayBeSkipped,
            @Nullable Integer skipsLeft,
            @Nullable Instant skippableUntil) {

        Demand {
            reasons = List.copyOf(reasons);
            suggested = List.copyOf(suggested);
            alternatives = List.copyOf(alternatives);
        }

        static Demand of(RegistrationRequired reply) {
            return new Demand(
                    reply.reasons(),
                    reply.suggested(),
                    reply.alternatives(),
                    reply.mayBeSkipped(),
                    reply.skipsLeft(),
                    reply.skippableUntil());
        }

        /** Nothing is missing; what there is wants a look. */
        public boolean isOnlyToLook() {
            return suggested.isEmpty() && reasons.equals(List.of(RegistrationReason.RECONFIRMATION));
        }

        public boolean isToLook() {
            return reasons.contains(RegistrationReason.RECONFIRMATION);
        }
    }

    static Welcome of(UUID accountId, Place next) {
        return new Welcome(accountId, next, null, null, null);
    }

    Welcome asked(Pending question) {
        return new Welcome(accountId, next, question, demand, null);
    }

    Welcome demanded(Demand told) {
        return new Welcome(accountId, next, null, told, trouble);
    }

    Welcome troubled(@Nullable Trouble why) {
        return new Welcome(accountId, next, null, demand, why);
    }
}
