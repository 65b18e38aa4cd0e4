package io.sspr.notification.notice;

import io.sspr.contract.MethodKind;
import io.sspr.notification.template.Content;
import io.sspr.notification.template.Occasion;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told of an event.
 *
 * @param account whose it is
 * @param notice what its owner is told; absent if only administrators are told anything
 * @param reach at which of its owner's addresses
 * @param method the method concerned, whose own address is told as well
 * @param administrators what administrators are told of it, if anything
 */
record News(
        UUID account,
        Content.@Nullable Notice notice,
        Reach reach,
        @Nullable Concerned method,
        @Nullable Occasion administrators) {

    /** Which addresses are told. */
    enum Reach {
        /** Those that the account has. */
        CURRENT,
        /** And those that it lost in the last two days: it was they who were removed. */
        ALSO_REMOVED
    }

    /**
     * A method.
     *
     * @param counts whether it counts already
     */
    record Concerned(UUID methodId, MethodKind kind, boolean counts) {}

    static News of(UUID account, Content.Notice notice) {
        return new News(account, notice, Reach.CURRENT, null, null);
    }

    News with(Concerned concerned) {
        return new News(account, notice, reach, concerned, administrators);
    }

    News alsoToRemoved() {
        return new News(account, notice, Reach.ALSO_REMOVED, method, administrators);
    }

    News alsoToAdministrators(Occasion occasion) {
        return new News(account, notice, reach, method, occasion);
    }
}
