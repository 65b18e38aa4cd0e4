package io.sspr.reset.expiry;

import io.sspr.reset.credential.Credentials;
import io.sspr.reset.dispute.DisputeTries;
import io.sspr.reset.flow.CallsForHelp;
import io.sspr.reset.flow.ResetExpiry;
import io.sspr.reset.grant.Grants;
import io.sspr.reset.password.Demands;
import io.sspr.reset.policy.Policies;
import io.sspr.reset.signin.SignInFailures;
import io.sspr.reset.throttle.UnprovenResets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes through what has grown old: resets each second, counters and former passwords each hour. */
@Component
class Sweep {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    /** A counter decides upon nothing after a day; longer for a lock that still holds. */
    private static final Duration COUNTERS = Duration.ofHours(25);

    private static final Duration ORIGINS = Duration.ofDays(90);

    private final ResetExpiry resets;
    private final SignInFailures failures;
    private final UnprovenResets unproven;
    private final Grants grants;
    private final CallsForHelp calls;
    private final DisputeTries disputes;
    private final Credentials credentials;
    private final Policies policies;
    private final Clock clock;
    private boolean failing;

    Sweep(
            ResetExpiry resets,
            SignInFailures failures,
            UnprovenResets unproven,
            Grants grants,
            CallsForHelp calls,
            DisputeTries disputes,
            Credentials credentials,
            Policies policies,
            Clock clock) {
        this.resets = resets;
        this.failures = failures;
        this.unproven = unproven;
        this.grants = grants;
        this.calls = calls;
        this.disputes = disputes;
        this.credentials = credentials;
        this.policies = policies;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void endResets() {
        try {
            resets.sweep();
            failing = false;
        } catch (RuntimeException e) {
            // Once, not each second; health already says that the database is away.
            if (!failing)
                log.warn("Resets cannot be ended now: {}", e.getClass().getSimpleName());
            failing = true;
        }
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void forgetCounters() {
        Instant now = clock.instant();
        failures.forget(now.minus(COUNTERS), now.minus(ORIGINS));
        unproven.forget(now.minus(COUNTERS));
        calls.forget(now.minus(COUNTERS));
        disputes.forget(now.minus(COUNTERS));
        grants.forget(now);
        policies.current().map(Demands::kept).ifPresent(credentials::forgetFormer);
    }
}
