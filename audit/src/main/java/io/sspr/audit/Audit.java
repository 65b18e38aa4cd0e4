package io.sspr.audit;

import io.sspr.audit.answer.Answers;
import io.sspr.audit.database.Comparison;
import io.sspr.audit.database.DatabaseAccess;
import io.sspr.audit.database.ServiceDatabase;
import io.sspr.audit.finding.CannotCheck;
import io.sspr.audit.finding.Finding;
import io.sspr.audit.finding.FindingCode;
import io.sspr.audit.finding.Place;
import io.sspr.audit.finding.Sink;
import io.sspr.audit.life.Activity;
import io.sspr.audit.life.KeyedEvents;
import io.sspr.audit.life.Rules;
import io.sspr.audit.log.Buckets;
import io.sspr.audit.log.Entry;
import io.sspr.audit.log.EventLog;
import io.sspr.audit.log.EventLog.Ends;
import io.sspr.audit.log.Ids;
import io.sspr.contract.MessageType;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.Undecodable;
import io.sspr.contract.event.PolicyChanged;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Derives from the topics what must hold, with an auditor's rights, and from the databases where they may be read. Events
 * are put aside in files, all of one key in one file, and judged file by file: memory does not grow with the log.
 */
public final class Audit {

    /** An auditor reads these, and nothing else. */
    static final List<String> EVENTS = List.of(
            Topics.events(Service.REGISTRATION),
            Topics.events(Service.RESET),
            Topics.events(Service.NOTIFICATION),
            Topics.PASSWORD_EVENTS);

    private static final String POLICY_CHANGED = MessageType.POLICY_CHANGED.wireName();
    private static final int EVENTS_EACH = 5_000;
    private static final int MOST_AT_ONCE = 4;
    private static final Duration MAY_TAKE = Duration.ofMinutes(2);
    private static final Duration STUCK = Duration.ofMinutes(5);
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(30);

    private final AuditSettings settings;
    private final Sink sink;
    private final Clock clock;
    private final Map<FindingCode, Long> counts = new EnumMap<>(FindingCode.class);
    private final Map<String, Long> events = new TreeMap<>();
    private final List<String> notChecked = new ArrayList<>();
    private final Rules rules = new Rules();
    private final Activity registration = new Activity();
    private final Activity reset = new Activity();
    private final Map<UUID, Instant> erased = new HashMap<>();

    private Audit(AuditSettings settings, Sink sink, Clock clock) {
        this.settings = settings;
        this.sink = sink;
        this.clock = clock;
    }

    /** Checks everything and gives each finding as it is made; throws if nothing can be concluded. */
    public static AuditResult run(AuditSettings settings, Sink sink) throws CannotCheck {
        try {
            return new Audit(settings, sink, Clock.systemUTC()).run();
        } catch (IOException | UncheckedIOException e) {
            throw new CannotCheck("Nothing can be put aside in " + settings.directory() + ": " + e.getMessage(), e);
        }
    }

    private AuditResult run() throws CannotCheck, IOException {
        long begin = System.nanoTime();
        Path directory = Files.createTempDirectory(Files.createDirectories(settings.directory()), "audit-");
        try (EventLog log = EventLog.open(settings.kafka())) {
            List<TopicPartition> partitions = log.partitions(EVENTS);
            log.mustBeginAtTheirBegin(partitions);
            erasures(log);
            Ends ends = log.ends(partitions);
            Buckets keys = new Buckets(directory, "keys", ends.sum(), EVENTS_EACH);
            Ids ids = new Ids(directory, ends.sum());
            log.read(ends, entry -> sort(entry, keys, ids));
            Answers answers = settings.requests() ? answers(log, directory) : null;
            Comparison comparison = settings.databases().isEmpty() ? null : compare(log, directory, ends.sum());
            judge(keys, comparison);
            ids.end(this::found);
            if (answers != null) answers.end(this::found);
            if (comparison != null) await(log, ends, comparison);
            return new AuditResult(
                    counts,
                    events,
                    answers == null ? 0 : answers.requests(),
                    List.copyOf(notChecked),
                    Duration.ofNanos(System.nanoTime() - begin));
        } finally {
            delete(directory);
        }
    }

    private synchronized void found(Finding finding) {
        Instant at = finding.at();
        if (at != null && settings.since() != null && at.isBefore(settings.since())) return;
        if (at != null && settings.until() != null && !at.isBefore(settings.until())) return;
        counts.merge(finding.code(), 1L, Long::sum);
        sink.found(finding);
    }

    /** An identity that was taken away: whoever may read the topic of identities hears of it, for as long as Kafka remembers. */
    private void erasures(EventLog log) throws CannotCheck, IOException {
        if (!log.topics().contains(Topics.IDENTITIES)) {
            notChecked.add("that nothing follows an erasure: " + Topics.IDENTITIES + " may not be read");
            return;
        }
        log.read(log.ends(log.partitions(List.of(Topics.IDENTITIES))), entry -> {
            if (!entry.key().matches("[0-9a-f-]{36}")) return;
            UUID account = UUID.fromString(entry.key());
            if (entry.value() == null) erased.put(account, Instant.ofEpochMilli(entry.timestamp()));
            else erased.remove(account);
        });
    }

    private void sort(Entry entry, Buckets keys, Ids ids) throws IOException {
        String topic = entry.place().topic();
        events.merge(topic, 1L, Long::sum);
        String id = entry.header("ce_id");
        if (!id.isEmpty()) ids.add(id, entry.place());
        Instant at = time(entry.header("ce_time"));
        if (at != null && topic.equals(Topics.events(Service.REGISTRATION))) registration.at(at);
        if (at != null && topic.equals(Topics.events(Service.RESET))) reset.at(at);
        if (entry.header("ce_type").equals(POLICY_CHANGED)) learn(entry);
        byte[] bytes = entry.toBytes();
        put(keys, entry.key(), bytes);
        String other = KeyedEvents.alsoUnder(entry);
        if (other != null) put(keys, other, bytes);
    }

    private static @Nullable Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private void learn(Entry entry) {
        try {
            var envelope = entry.decode();
            if (envelope.message() instanceof PolicyChanged changed) rules.add(changed, envelope.time());
        } catch (Undecodable e) {
            // Told with the others of its key.
            return;
        }
    }

    private static void put(Buckets keys, String under, byte[] entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(entry.length + 64);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(under);
        out.write(entry);
        keys.add(under, bytes.toByteArray());
    }

    /** File by file, as many at once as there are cores: what is of one key is in one of them. */
    private void judge(Buckets keys, @Nullable Comparison comparison) throws IOException {
        KeyedEvents.World world = new KeyedEvents.World(rules, registration, reset, erased);
        int cores = Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors());
        ExecutorService workers = Executors.newFixedThreadPool(cores);
        try {
            List<Future<?>> files = new ArrayList<>();
            for (int i = 0; i < keys.count(); i++) {
                int bucket = i;
                files.add(workers.submit(() -> {
                    judge(keys, bucket, world, comparison);
                    return bucket;
                }));
            }
            for (Future<?> file : files) file.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("while judging");
        } finally {
            workers.shutdownNow();
        }
    }

    private void judge(Buckets keys, int bucket, KeyedEvents.World world, @Nullable Comparison comparison)
            throws IOException {
        KeyedEvents some = new KeyedEvents(world, this::found);
        keys.drain(bucket, in -> {
            String under = in.readUTF();
            some.add(Entry.fromBytes(in), under);
        });
        Comparison.@Nullable Side side = comparison == null ? null : comparison.side(bucket);
        some.end(side == null ? null : totals(side));
        if (side != null) side.end();
    }

    private KeyedEvents.Totals totals(Comparison.Side side) {
        return new KeyedEvents.Totals() {
            @Override
            public void last(String topic, String key, long number) {
                side.onLog(topic, key, number, Audit.this::found);
            }

            @Override
            public void version(UUID accountId, long version) {
                side.onLog(accountId, version, Audit.this::found);
            }
        };
    }

    private Answers answers(EventLog log, Path directory) throws CannotCheck, IOException {
        Set<String> replies = new TreeSet<>();
        Set<String> requests = new TreeSet<>();
        for (String topic : log.topics()) {
            if (Answers.isOfReplies(topic)) replies.add(topic);
            if (Answers.isOfRequests(topic)) requests.add(topic);
        }
        // In this order, so that what is answered has been asked.
        Instant now = clock.instant();
        Ends answered = log.ends(log.partitions(replies));
        Ends asked = log.ends(log.partitions(requests));
        Answers answers = new Answers(
                directory,
                answered.sum() + asked.sum(),
                now,
                settings.settled() ? Duration.ZERO.minus(MAY_TAKE) : MAY_TAKE);
        log.read(answered, answers::add);
        log.read(asked, answers::add);
        return answers;
    }

    private Comparison compare(EventLog log, Path directory, long entries) throws CannotCheck, IOException {
        Comparison comparison = new Comparison(directory, entries, EVENTS_EACH);
        for (DatabaseAccess access : settings.databases())
            try (ServiceDatabase database = ServiceDatabase.open(access)) {
                database.numbers((topic, key, last) -> {
                    if (EVENTS.contains(topic)) comparison.number(topic, key, last);
                });
                if (access.service() == Service.RESET) database.credentials(comparison::version);
                stuck(access.service(), database);
                positions(access.service(), database, log);
            }
        return comparison;
    }

    private void stuck(Service service, ServiceDatabase database) throws CannotCheck, IOException {
        Instant before = settings.settled()
                ? clock.instant().plus(STUCK)
                : clock.instant().minus(STUCK);
        long untold = database.untoldSince(before);
        if (untold > 0)
            ofDatabase(FindingCode.OUTBOX_STUCK, untold + " rows wait in the outbox of " + service.principal());
        long parked = database.parkedBeyond(before);
        if (parked > 0)
            ofDatabase(FindingCode.PARKED_STUCK, parked + " requests are put aside at " + service.principal());
    }

    private void positions(Service service, ServiceDatabase database, EventLog log) throws CannotCheck, IOException {
        Map<TopicPartition, Long> next = new HashMap<>();
        database.positions((topic, partition, offset) -> next.put(new TopicPartition(topic, partition), offset));
        Set<String> seen = log.topics();
        next.keySet().removeIf(partition -> !seen.contains(partition.topic()));
        List<TopicPartition> partitions = List.copyOf(next.keySet());
        Map<TopicPartition, Long> begins = log.begins(partitions);
        Ends ends = log.ends(partitions);
        for (TopicPartition partition : partitions) {
            long at = next.getOrDefault(partition, 0L);
            long begin = begins.getOrDefault(partition, 0L);
            long end = ends.offsets().getOrDefault(partition, 0L);
            if (at > end || at < begin)
                ofDatabase(
                        FindingCode.POSITION_IMPOSSIBLE,
                        service.principal() + " goes on at " + at + " of " + partition + ", which has " + begin + " to "
                                + end);
        }
    }

    private void ofDatabase(FindingCode code, String sentence) {
        found(new Finding(code, (Place) null, null, null, null, sentence));
    }

    /** What the databases had and the log had not, when it was read before them. */
    private void await(EventLog log, Ends read, Comparison comparison) throws CannotCheck, IOException {
        Instant deadline = clock.instant().plus(ON_ITS_WAY);
        Ends from = read;
        boolean patient = !settings.settled();
        do {
            Ends now = log.ends(List.copyOf(read.offsets().keySet()));
            log.read(from, now, comparison::arrived);
            from = now;
        } while (patient && comparison.isWaiting() && clock.instant().isBefore(deadline));
        comparison.end(this::found);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) Files.delete(file);
        }
        Files.delete(directory);
    }
}
