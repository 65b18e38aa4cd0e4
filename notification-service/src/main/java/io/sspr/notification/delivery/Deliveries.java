package io.sspr.notification.delivery;

import io.sspr.contract.ContractJson;
import io.sspr.contract.Undecodable;
import io.sspr.contract.seal.AtRest;
import io.sspr.messaging.Origin;
import io.sspr.messaging.Work;
import io.sspr.notification.budget.Counters;
import io.sspr.notification.contact.Channel;
import io.sspr.notification.contact.Phone;
import io.sspr.notification.template.Content;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The deliveries: owed, claimed by one instance at a time by the clock of the database, and ended once. */
@Component
public class Deliveries {

    private static final String CLAIM = """
            update deliveries
            set claimed_until = now() + make_interval(secs => :seconds), attempts = attempts + 1
            where id = (
                select id from deliveries
                where channel = :channel and ended_at is null and due_at <= now() and (claimed_until is null or claimed_until <= now())
                order by expires_at
                limit 1
                for update skip locked)
            returning *, expires_at <= now() as expired, exists (
                select 1 from deliveries newer
                where newer.account_id = deliveries.account_id and newer.about = deliveries.about
                  and newer.verification_id = deliveries.verification_id
                  and newer.created_at > deliveries.created_at) as replaced
            """;

    private final JdbcClient database;
    private final AtRest atRest;
    private final DeliveryProperties properties;
    private final Counters counters;
    private final Map<Channel, Runnable> wakes = new ConcurrentHashMap<>();

    Deliveries(JdbcClient database, AtRest atRest, DeliveryProperties properties, Counters counters) {
        this.database = database;
        this.atRest = atRest;
        this.properties = properties;
        this.counters = counters;
    }

    /** It is owed from the commit on, and the sender is woken then. */
    public void add(Owed owed, Work work) {
        insert(owed, null);
        work.afterCommit(
                () -> wakes.getOrDefault(owed.recipient().channel(), () -> {}).run());
    }

    /** It has ended before it began. */
    public void addEnded(Owed owed, Outcome outcome) {
        insert(owed, outcome);
    }

    /** What is run whenever something is owed that travels so. */
    void whenOwed(Channel channel, Runnable action) {
        wakes.put(channel, action);
    }

    private void insert(Owed owed, @Nullable Outcome outcome) {
        Delivery delivery = owed.delivery();
        Content content = owed.content();
        Origin origin = owed.origin();
        // Encrypted even where it is not kept, so that a refused code costs what a granted one costs.
        byte[] letter = encrypted(delivery.id(), letter(owed));
        database.sql("""
                        insert into deliveries (id, account_id, verification_id, awaited_method, about, kind, purpose,
                                                destination, locale, letter, happened_at, expires_at, ended_at, outcome,
                                                correlation_id, causation_id, traceparent,
                                                channel, country, until, remaining)
                        values (:id, :account, :verification, :awaited, :about, :kind, :purpose,
                                :destination, :locale, :letter, :happened, :expires,
                                case when :outcome::text is not null then now() end, :outcome,
                                :correlation, :causation, :traceparent,
                                :channel, :country, :until, :remaining)
                        on conflict (id) do nothing
                        """)
                .param("id", delivery.id())
                .param("account", delivery.accountId())
                .param("verification", delivery.verificationId())
                .param("awaited", owed.recipient() instanceof Recipient.Awaited awaited ? awaited.methodId() : null)
                .param("about", delivery.occasion().about())
                .param("kind", name(delivery.kind()))
                .param("purpose", content instanceof Content.Code code ? name(code.purpose()) : null)
                .param("destination", destination(owed.recipient()))
                .param("locale", owed.locale())
                .param("letter", outcome == null ? letter : null)
                .param("happened", time(content.at()))
                .param("expires", time(owed.expiresAt()))
                .param("outcome", name(outcome))
                .param("correlation", origin.correlationId())
                .param("causation", origin.causationId())
                .param("traceparent", origin.traceparent())
                .param("channel", owed.recipient().channel().name())
                .param("country", country(owed.recipient()))
                .param("until", content instanceof Content.Notice notice ? time(notice.until()) : null)
                .param("remaining", content instanceof Content.Notice notice ? notice.left() : null)
                .update();
    }

    /** Whether the same was told, or is owed, to the same destination within that time. */
    public boolean isTold(Owed owed, Duration within) {
        Delivery delivery = owed.delivery();
        return database.sql("""
                        select exists (
                            select 1 from deliveries
                            where account_id = :account and about = :about and kind is not distinct from :kind::text
                              and destination = :destination
                              and created_at > now() - make_interval(secs => :seconds))
                        """)
                .param("account", delivery.accountId())
                .param("about", delivery.occasion().about())
                .param("kind", name(delivery.kind()))
                .param("destination", destination(owed.recipient()))
                .param("seconds", seconds(within))
                .query(Boolean.class)
                .single();
    }

    /** The one that expires soonest of those that travel so, are due and nobody's; safe for several instances. */
    Optional<Claim> claim(Channel channel) {
        return database.sql(CLAIM)
                .param("channel", channel.name())
                .param("seconds", seconds(properties.claim()))
                .query(this::claimed)
                .optional();
    }

    /** It stays ours for as long again, from now; does nothing if it is not ours any more. */
    void renew(Claim claim) {
        database.sql("""
                        update deliveries set claimed_until = now() + make_interval(secs => :seconds)
                        where id = :id and attempts = :attempt and claimed_until is not null
                        """)
                .param("seconds", seconds(properties.claim()))
                .param("id", claim.delivery().id())
                .param("attempt", claim.attempt())
                .update();
    }

    /** It is due again after that time, or when it expires if that is sooner. */
    void retry(Claim claim, Duration delay) {
        database.sql("""
                        update deliveries
                        set due_at = least(now() + make_interval(secs => :seconds), expires_at), claimed_until = null
                        where id = :id and attempts = :attempt and ended_at is null
                        """)
                .param("seconds", seconds(delay))
                .param("id", claim.delivery().id())
                .param("attempt", claim.attempt())
                .update();
    }

    /** It has ended, and address and code are gone; false if the claim was lost to another instance. */
    boolean end(Claim claim, Outcome outcome) {
        return database.sql("""
                                update deliveries
                                set ended_at = now(), outcome = :outcome, letter = null, claimed_until = null
                                where id = :id and attempts = :attempt and ended_at is null
                                """)
                        .param("outcome", outcome.name())
                        .param("id", claim.delivery().id())
                        .param("attempt", claim.attempt())
                        .update()
                == 1;
    }

    /** Forgets those that ended long ago. */
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void forget() {
        database.sql("delete from deliveries where ended_at < now() - make_interval(secs => :seconds)")
                .param("seconds", seconds(properties.kept()))
                .update();
    }

    private Letter opened(byte[] letter, UUID delivery) {
        try {
            return ContractJson.read(atRest.decrypt(letter, context(delivery)), Letter.class);
        } catch (Undecodable e) {
            throw new IllegalStateException("A delivery holds no letter", e);
        }
    }

    private static Letter letter(Owed owed) {
        return new Letter(
                owed.recipient() instanceof Recipient.At at ? at.destination().text() : null,
                owed.content() instanceof Content.Code code ? code.code() : null,
                owed.content() instanceof Content.Notice notice ? notice.place() : null);
    }

    private byte[] encrypted(UUID delivery, Letter letter) {
        return atRest.encrypt(ContractJson.write(letter), context(delivery));
    }

    private static String context(UUID delivery) {
        return "delivery/" + delivery;
    }

    private String destination(Recipient recipient) {
        String whose = recipient instanceof Recipient.At at
                ? "at/" + at.destination().counted()
                : recipient instanceof Recipient.Awaited awaited
                        ? "awaited/" + awaited.methodId()
                        : "nobody/" + ((Recipient.Nobody) recipient).accountId();
        byte[] hmac = atRest.hmac(whose.getBytes(StandardCharsets.UTF_8), "destination");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac);
    }

    private @Nullable String country(Recipient recipient) {
        return recipient instanceof Recipient.At at && at.destination() instanceof Phone phone
                ? counters.country(phone)
                : null;
    }

    private Claim claimed(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte[] letter = row.getBytes("letter");
        return ClaimRow.read(row, () -> opened(letter, id));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
