package io.sspr.audit.life;

import io.sspr.audit.finding.Finding;
import io.sspr.audit.finding.FindingCode;
import io.sspr.audit.finding.Place;
import io.sspr.audit.finding.Sink;
import io.sspr.audit.log.Entry;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.Undecodable;
import io.sspr.contract.event.Event;
import io.sspr.contract.event.PolicyChanged;
import io.sspr.contract.event.ResetRequested;
import io.sspr.contract.event.UnlockRequested;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of some keys, all of each: takes them in the order of their partitions, then says what is wrong with them. */
public final class KeyedEvents {

    private final World world;
    private final Sink sink;
    private final Map<String, Life> lives = new HashMap<>();

    /**
     * What is known beside the events of a key.
     *
     * @param rules which were in force when
     * @param registration when registration-service was at work
     * @param reset when reset-service was
     * @param erased when the identity of an account was taken away
     */
    public record World(Rules rules, Activity registration, Activity reset, Map<UUID, Instant> erased) {}

    /** What a database is compared with. */
    public interface Totals {
        /** The last number of a key on a topic. */
        void last(String topic, String key, long number);

        /** The last version of an account's password. */
        void version(UUID accountId, long version);
    }

    /** Of some keys. */
    public KeyedEvents(World world, Sink sink) {
        this.world = world;
        this.sink = sink;
    }

    /** The key that a record is also to be told under: a reset that is begun for an account and goes on without it. */
    public static @Nullable String alsoUnder(Entry entry) {
        // The header spares looking into most values.
        if (!entry.header("ce_type").endsWith(".requested.v1")) return null;
        try {
            Message message = entry.decode().message();
            if (message instanceof ResetRequested asked && asked.ineligible() != null && asked.accountId() != null)
                return asked.resetId().toString();
            if (message instanceof UnlockRequested asked && asked.ineligible() != null && asked.accountId() != null)
                return asked.resetId().toString();
        } catch (Undecodable e) {
            return null;
        }
        return null;
    }

    /** One more, under that key. */
    public void add(Entry entry, String under) {
        Life life = lives.computeIfAbsent(under, Life::new);
        Envelope<Message> envelope;
        try {
            envelope = entry.decode();
        } catch (Undecodable e) {
            unreadable(entry.place(), e.getMessage());
            return;
        }
        if (!(envelope.message() instanceof Event event)) {
            unreadable(entry.place(), "it is no event: " + envelope.type().wireName());
            return;
        }
        Told told = new Told(entry.place(), envelope);
        if (!under.equals(entry.key())) {
            life.begunElsewhere.add(told);
            return;
        }
        UUID account = accountOf(event);
        Judge judge = new Judge(account, sink);
        life.numbers(entry.place().topic()).next(told, judge);
        Belonging.check(told, event, entry.key(), entry.timestamp(), judge);
        Instant erased = account == null ? null : world.erased().get(account);
        if (erased != null && told.isAfter(erased))
            judge.add(FindingCode.EVENT_AFTER_ERASURE, told, "the identity of its account was taken away at " + erased);
        life.add(told, account);
    }

    /** An event's account is its subject, unless nobody is known by the login. */
    private static @Nullable UUID accountOf(Event event) {
        UUID subject = event.subject();
        return Subjects.isAccount(event) ? subject : null;
    }

    /** All have come. */
    public void end(@Nullable Totals totals) {
        for (Life life : lives.values()) {
            Judge judge = new Judge(life.accountId(), sink);
            life.numbers().values().forEach(numbers -> numbers.end(judge));
            if (life.key.equals(PolicyChanged.POLICY_ID.toString())) PolicyRule.check(life, judge);
            AccountRule.check(life, judge);
            new MethodRule(judge).check(life);
            new VerificationRule(judge).check(life, world.registration());
            PasswordRule passwords = new PasswordRule(judge);
            passwords.check(life);
            new ResetRule(judge, world.rules()).check(life, world.reset());
            if (totals == null) continue;
            life.numbers().forEach((topic, numbers) -> totals.last(topic, life.key, numbers.last()));
            if (life.accountId() != null && passwords.version() > 0)
                totals.version(life.accountId(), passwords.version());
        }
        lives.clear();
    }

    private void unreadable(Place place, @Nullable String why) {
        sink.found(new Finding(FindingCode.EVENT_UNREADABLE, place, null, null, null, String.valueOf(why)));
    }
}
