package io.sspr.registration.expiry;

import io.sspr.messaging.StaleFacts;
import io.sspr.messaging.Transactions;
import io.sspr.messaging.Work;
import io.sspr.registration.verification.Verification;
import io.sspr.registration.verification.Verifications;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Ends verifications whose time is up. Several instances may do so at once: each ends what it finds open under its lock. */
@Component
class OverdueVerifications {

    private static final Logger log = LoggerFactory.getLogger(OverdueVerifications.class);
    private static final int BATCH = 100;

    private final Verifications verifications;
    private final Transactions transactions;
    private final Clock clock;

    OverdueVerifications(Verifications verifications, Transactions transactions, Clock clock) {
        this.verifications = verifications;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${sspr.expiry.interval:1s}")
    void sweep() {
        try {
            end();
        } catch (DataAccessException | TransactionException | StaleFacts e) {
            // Without its message, which can quote content.
            log.warn("Overdue verifications are ended later: {}", e.getClass().getSimpleName());
        }
    }

    private void end() {
        int found = BATCH;
        while (found == BATCH) {
            List<Verification> overdue = verifications.overdue(clock.instant(), BATCH);
            found = overdue.size();
            if (found > 0) end(overdue);
        }
    }

    private void end(List<Verification> overdue) {
        List<String> locks =
                overdue.stream().map(verification -> verification.flow().lock()).toList();
        List<UUID> ids = overdue.stream().map(Verification::id).toList();
        transactions.run(locks, work -> ids.forEach(id -> end(id, work)));
    }

    private void end(UUID id, Work work) {
        Optional<Verification> expired =
                verifications.find(id).flatMap(verification -> verification.expiredAt(work.now()));
        expired.ifPresent(verification -> {
            verifications.finish(verification, work.now());
            work.publish(verification.ended());
        });
    }
}
