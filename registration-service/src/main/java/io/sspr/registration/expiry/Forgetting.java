package io.sspr.registration.expiry;

import io.sspr.registration.block.BlockCounts;
import io.sspr.registration.kind.recovery.Successors;
import io.sspr.registration.signin.SignInProofs;
import io.sspr.registration.verification.EndedResets;
import io.sspr.registration.verification.Verifications;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Deletes what is over when no message about it can arrive any more; tallies of wrong proofs stay (RL-02). */
@Component
class Forgetting {

    private static final Logger log = LoggerFactory.getLogger(Forgetting.class);
    /** As long as Kafka keeps requests and internal messages. */
    private static final Duration KEPT = Duration.ofDays(1);

    /** The longest window and the longest block that a policy can name. */
    private static final Duration LONGEST_BLOCKS = Duration.ofDays(60);

    private final Verifications verifications;
    private final EndedResets endedResets;
    private final SignInProofs signInProofs;
    private final Successors successors;
    private final BlockCounts blockCounts;
    private final Clock clock;

    Forgetting(
            Verifications verifications,
            EndedResets endedResets,
            SignInProofs signInProofs,
            Successors successors,
            BlockCounts blockCounts,
            Clock clock) {
        this.blockCounts = blockCounts;
        this.signInProofs = signInProofs;
        this.successors = successors;
        this.verifications = verifications;
        this.endedResets = endedResets;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${sspr.expiry.forget-interval:1h}")
    void forget() {
        Instant before = clock.instant().minus(KEPT);
        try {
            verifications.forget(before);
            endedResets.forget(before);
            signInProofs.forget(before);
            successors.forget(before);
            blockCounts.forget(clock.instant().minus(LONGEST_BLOCKS));
        } catch (DataAccessException | TransactionException e) {
            log.warn("What is over is forgotten later: {}", e.getClass().getSimpleName());
        }
    }
}
