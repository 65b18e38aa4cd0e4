package io.sspr.notification.budget;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stops codes to a country for an hour when hardly any come back (SMS-06, ATK-08). It looks at the newest codes that were
 * sent there in a day and whose life is over or which came back, for a code on its way says nothing yet; after a stop only
 * at those sent since. All in the database, so all instances stop together.
 */
@Component
public class Breaker {

    private static final Logger log = LoggerFactory.getLogger(Breaker.class);

    /** As many as are looked at. */
    private static final int NEWEST = 200;

    private record Count(long sent, long verified) {}

    private final JdbcClient database;
    private final MeterRegistry meters;

    Breaker(JdbcClient database, MeterRegistry meters) {
        this.database = database;
        this.meters = meters;
    }

    /** Whether codes may go there now; the caller holds the locks of the spending. */
    public boolean lets(Spending spending, Instant now) {
        if (isStopped(spending.country(), now)) return false;
        Count count = count(spending.country(), now);
        if (!BudgetDecider.trips(count.sent(), count.verified())) return true;
        stop(spending.country(), now);
        meters.counter("sspr.sms.breaker", "country", spending.calling()).increment();
        log.warn(
                "Text messages with codes to {} stop for an hour: only {} of the last {} came back",
                spending.calling(),
                count.verified(),
                count.sent());
        return false;
    }

    /** A code came back. */
    public void isVerified(UUID verification) {
        // One of a verification, for only its newest can be entered.
        database.sql("""
                        update deliveries set verified = true
                        where id = (select id from deliveries
                                    where verification_id = :verification and sent_at is not null
                                    order by sent_at desc limit 1)
                        """).param("verification", verification).update();
    }

    private boolean isStopped(String country, Instant now) {
        return database.sql("select exists (select 1 from breakers where country = :country and stopped_until > :now)")
                .param("country", country)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    private Count count(String country, Instant now) {
        return database.sql("""
                        select count(*) as sent, count(*) filter (where verified) as verified
                        from (select verified from deliveries
                              where country = :country and about = 'code' and (verified or expires_at <= :now)
                                and sent_at > greatest(
                                    :now::timestamptz - interval '1 day',
                                    (select stopped_until from breakers where breakers.country = :country))
                              order by sent_at desc
                              limit :newest) as newest
                        """)
                .param("country", country)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("newest", NEWEST)
                .query((row, number) -> new Count(row.getLong("sent"), row.getLong("verified")))
                .single();
    }

    private void stop(String country, Instant now) {
        database.sql("""
                        insert into breakers (country, stopped_until) values (:country, :now::timestamptz + interval '1 hour')
                        on conflict (country) do update set stopped_until = excluded.stopped_until
                        """)
                .param("country", country)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
