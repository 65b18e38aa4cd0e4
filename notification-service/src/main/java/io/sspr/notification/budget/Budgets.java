package io.sspr.notification.budget;

import io.sspr.notification.policy.Policies;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts granted messages in slices of five minutes. A window is every slice that reaches into it, so that no hour and no
 * day ever sees more than its limit; a place is free again at most five minutes late. What was refused is not counted. A
 * limit that is changed holds from the next message on, and for what was counted before.
 */
@Component
public class Budgets {

    private static final Duration SLICE = Duration.ofMinutes(5);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient database;
    private final Policies policies;

    Budgets(JdbcClient database, Policies policies) {
        this.database = database;
        this.policies = policies;
    }

    /** Grants one message, if there is room for it everywhere; the caller holds {@link Spending#locks}. */
    public boolean spend(Spending spending, Instant now) {
        boolean allowed = BudgetDecider.allows(spending, policies.messages(), granted(spending, now));
        if (allowed) count(spending, now);
        return allowed;
    }

    /** Forgets what no window reaches any more. */
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void forget() {
        database.sql("delete from budgets where slice < now() - interval '2 days'")
                .update();
    }

    private Map<String, Granted> granted(Spending spending, Instant now) {
        Map<String, Granted> granted = new HashMap<>();
        database.sql("""
                        select counter,
                               coalesce(sum(granted) filter (where slice >= :hour), 0) as last_hour,
                               sum(granted) as last_day
                        from budgets
                        where counter in (:counters) and slice >= :day
                        group by counter
                        """)
                .param("counters", spending.counters())
                .param("hour", firstSlice(now, HOUR))
                .param("day", firstSlice(now, DAY))
                .query(row -> {
                    granted.put(row.getString("counter"), new Granted(row.getInt("last_hour"), row.getInt("last_day")));
                });
        return granted;
    }

    private void count(Spending spending, Instant now) {
        database.sql("""
                        insert into budgets (counter, slice, granted)
                        select counter, :slice, 1 from unnest(:counters::text[]) as counter
                        on conflict (counter, slice) do update set granted = budgets.granted + 1
                        """)
                .param("slice", slice(now))
                .param("counters", spending.counters().toArray(String[]::new))
                .update();
    }

    /** The first slice that reaches into the window before now. */
    private static OffsetDateTime firstSlice(Instant now, Duration window) {
        return slice(now.minus(window));
    }

    private static OffsetDateTime slice(Instant at) {
        long seconds = SLICE.toSeconds();
        return Instant.ofEpochSecond(at.getEpochSecond() / seconds * seconds).atOffset(ZoneOffset.UTC);
    }
}
