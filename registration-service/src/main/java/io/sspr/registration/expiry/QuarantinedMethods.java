package io.sspr.registration.expiry;

import io.sspr.contract.state.MethodStatus;
import io.sspr.messaging.StaleFacts;
import io.sspr.messaging.Transactions;
import io.sspr.messaging.Work;
import io.sspr.registration.account.KnownAccount;
import io.sspr.registration.method.MethodStates;
import io.sspr.registration.method.Methods;
import io.sspr.registration.method.RegisteredMethod;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Releases methods whose quarantine is over; several instances may do so at once, each under the account's lock. */
@Component
class QuarantinedMethods {

    private static final Logger log = LoggerFactory.getLogger(QuarantinedMethods.class);
    private static final int BATCH = 100;

    private final Methods methods;
    private final MethodStates methodStates;
    private final Transactions transactions;
    private final Clock clock;

    QuarantinedMethods(Methods methods, MethodStates methodStates, Transactions transactions, Clock clock) {
        this.methods = methods;
        this.methodStates = methodStates;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${sspr.expiry.interval:1s}")
    void sweep() {
        try {
            List<UUID> accounts = methods.toRelease(clock.instant(), BATCH).stream()
                    .map(RegisteredMethod::accountId)
                    .distinct()
                    .toList();
            List<String> locks = accounts.stream().map(KnownAccount::lock).toList();
            if (!accounts.isEmpty())
                transactions.run(locks, work -> accounts.forEach(account -> release(account, work)));
        } catch (DataAccessException | TransactionException | StaleFacts e) {
            // Without its message, which can quote content.
            log.warn("Methods are released later: {}", e.getClass().getSimpleName());
        }
    }

    private void release(UUID accountId, Work work) {
        methods.of(accountId).methods().stream()
                .filter(method -> isOver(method, work.now()))
                .forEach(method -> methodStates.release(method, work));
    }

    private static boolean isOver(RegisteredMethod method, Instant now) {
        Instant from = method.usableFrom();
        return method.status() == MethodStatus.QUARANTINED && from != null && !now.isBefore(from);
    }
}
