package io.sspr.registration.verification;

import io.sspr.contract.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a proof comes to. */
public sealed interface Verdict {

    /** The method is proven; the tally starts anew, and what was used up by it is void. */
    record Proven(Progress progress, String used) implements Verdict {}

    /**
     * It was wrong, or the method proves nothing any more.
     *
     * @param progress as it is now, perhaps at its end
     * @param recorded what was wrong, for the event
     * @param told what the client hears
     * @param attemptsLeft further tries in this verification
     * @param retryAt when the next try with this method is looked at, if not at once
     */
    record Rejected(
            Progress progress,
            Refusal recorded,
            Refusal told,
            int attemptsLeft,
            @Nullable Instant retryAt) implements Verdict {

        /** Whether the verification ended by it. */
        boolean isEnd() {
            return progress.status() != VerificationStatus.OPEN;
        }
    }
}
