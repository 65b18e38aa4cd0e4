package io.sspr.hostile;

import io.sspr.client.Connection;
import io.sspr.contract.MessageType;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.contract.seal.Sealer;
import io.sspr.quickstart.layout.Settings;
import io.sspr.torture.people.Ending;
import io.sspr.torture.people.People;
import io.sspr.torture.system.TorturedService;
import io.sspr.torture.system.TorturedSystem;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;

/** One run: people live once, what they sent is spoilt and sent again many times, and then people live once more. */
final class Hostility {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LIVES = 2;
    /** Whatever fills up at the beginning, such as caches and pools, is full by then. */
    private static final int WARM_UP = 10;

    private static final int AHEAD = 2_000;
    /** Of the live heap after the warm-up: what a garbage collector leaves differs by less. */
    private static final double FLAT = 1.1;

    private static final double MIB = 1024 * 1024;

    private final int messages;
    private final long seed;
    private final Path directory;
    private final PrintStream out;
    private final Queue<Fates.Taken> taken = new ConcurrentLinkedQueue<>();
    private final AtomicInteger notTaken = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();

    Hostility(int messages, long seed, Path directory, PrintStream out) {
        this.messages = messages;
        this.seed = seed;
        this.directory = directory;
        this.out = out;
    }

    /** Whether all was as it should be. */
    boolean run() throws Exception {
        Files.createDirectories(directory);
        Settings settings = Settings.onRandomPorts(directory);
        KeyMaterial keys = new KeyMaterial(settings.secrets(), Clock.systemUTC())
                .generate(List.of("portal", "directory", "console"));
        out.printf(Locale.ROOT, "seed %d, %,d messages%n", seed, messages);
        try (TorturedSystem system = TorturedSystem.start(settings, 1);
                People people = new People(
                        system.cluster().bootstrapServers(),
                        URI.create("http://127.0.0.1:" + settings.mailPort()),
                        keys,
                        seed)) {
            out.println("people live as they should");
            people.liveTimes(LIVES);
            List<ConsumerRecord<byte[], byte[]>> templates = templates(system);
            out.printf(Locale.ROOT, "%d requests to be spoilt%n", templates.size());
            try (Fates fates = new Fates(system.cluster().bootstrapServers())) {
                return attack(system, people, templates, malice(keys, templates), fates);
            }
        }
    }

    private boolean attack(
            TorturedSystem system,
            People people,
            List<ConsumerRecord<byte[], byte[]>> templates,
            Malice malice,
            Fates fates)
            throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Instant begin = Instant.now();
        send(system, templates, malice, fates, random, messages / WARM_UP);
        settle(fates);
        Map<String, Long> before = heaps(system);
        Instant again = Instant.now();
        send(system, templates, malice, fates, random, messages - messages / WARM_UP);
        settle(fates);
        Duration took = Duration.between(again, Instant.now());
        boolean accountedFor = isAccountedFor(fates);
        boolean unhurt = isUnhurt(system, before, heaps(system));
        boolean clean = isStillOfUse(people) && accountedFor && unhurt;
        line(
                "took",
                String.format(
                        Locale.ROOT,
                        "%d s in all; %,.0f messages/s after the first tenth",
                        Duration.between(begin, Instant.now()).toSeconds(),
                        (messages - messages / WARM_UP) * 1000.0 / Math.max(1, took.toMillis())));
        out.println(clean ? "clean" : "NOT CLEAN");
        return clean;
    }

    private boolean isAccountedFor(Fates fates) {
        fates.reasons().forEach((reason, count) -> line(reason, String.format(Locale.ROOT, "%,d", count)));
        line("not taken by a broker", Integer.toString(notTaken.get()));
        List<Fates.Taken> unknown = fates.unknown(taken);
        line("neither answered nor dead", Integer.toString(unknown.size()));
        unknown.stream().limit(20).forEach(one -> out.println("  " + one));
        return unknown.isEmpty();
    }

    private boolean isUnhurt(TorturedSystem system, Map<String, Long> before, Map<String, Long> after)
            throws InterruptedException {
        boolean unhurt = true;
        for (TorturedService service : system.services()) {
            boolean up = service.isUp();
            long then = Objects.requireNonNull(before.get(service.name()));
            long now = Objects.requireNonNull(after.get(service.name()));
            double grown = (double) now / then;
            unhurt &= up && grown <= FLAT;
            line(
                    service.name(),
                    String.format(
                            Locale.ROOT,
                            "%s, live heap %.1f MiB, then %.1f MiB (x %.3f)",
                            up ? "up" : "DOWN",
                            then / MIB,
                            now / MIB,
                            grown));
        }
        return unhurt;
    }

    private boolean isStillOfUse(People people) {
        int before = people.complete();
        people.liveTimes(LIVES);
        int complete = people.complete() - before;
        List<Ending> incomplete = List.copyOf(people.incomplete());
        line("people afterwards", complete + " of " + LIVES + " lived as they should");
        incomplete.forEach(ending -> out.println("  " + ending));
        return complete == LIVES && incomplete.isEmpty();
    }

    private void line(String name, String value) {
        out.printf(Locale.ROOT, "%-40s %s%n", name, value);
    }

    /** What people sent. */
    private static List<ConsumerRecord<byte[], byte[]>> templates(TorturedSystem system) {
        List<ConsumerRecord<byte[], byte[]>> templates = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                Connection.consumer(system.cluster().bootstrapServers())) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(info -> info.topic().matches("sspr[.](reset|registration)[.]requests[.][a-z]+"))
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue()))
                consumer.poll(Duration.ofMillis(200)).forEach(templates::add);
        }
        return templates;
    }

    private static Malice malice(KeyMaterial keys, List<ConsumerRecord<byte[], byte[]>> templates) {
        Map<String, Sealer> sealers = new LinkedHashMap<>();
        for (String service : List.of("registration-service", "reset-service"))
            sealers.put(service, Sealer.to(keys.keySet(service).current()));
        List<String> topics = templates.stream()
                .map(ConsumerRecord::topic)
                .distinct()
                .sorted()
                .toList();
        List<String> types =
                Arrays.stream(MessageType.values()).map(MessageType::wireName).toList();
        return new Malice(sealers, topics, types);
    }

    private void send(
            TorturedSystem system,
            List<ConsumerRecord<byte[], byte[]>> templates,
            Malice malice,
            Fates fates,
            SplittableRandom random,
            int count)
            throws InterruptedException {
        List<Map.Entry<String, Malice.Way>> ways = List.copyOf(malice.ways().entrySet());
        try (KafkaProducer<byte[], byte[]> producer =
                Connection.producer(system.cluster().bootstrapServers(), PATIENCE)) {
            for (int i = 0; i < count; i++) {
                Draft draft = new Draft(templates.get(random.nextInt(templates.size())));
                // One that was sent before is known by its id, and goes no further than that.
                if (random.nextInt(4) > 0)
                    draft.put("ce_id", new UUID(random.nextLong(), random.nextLong()).toString());
                List<String> used = new ArrayList<>();
                for (int more = random.nextInt(1, 4); more > 0; more--) {
                    Map.Entry<String, Malice.Way> way = ways.get(random.nextInt(ways.size()));
                    way.getValue().spoil(draft, random);
                    used.add(way.getKey());
                }
                send(producer, draft, String.join(" + ", used));
                while (underWay.get() > AHEAD) fates.look();
                if (i % 100 == 0) fates.look();
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback tells
    private void send(KafkaProducer<byte[], byte[]> producer, Draft draft, String ways) {
        String id = draft.header("ce_id");
        underWay.incrementAndGet();
        producer.send(draft.record(), (metadata, problem) -> {
            underWay.decrementAndGet();
            if (problem != null) notTaken.incrementAndGet();
            else taken.add(new Fates.Taken(metadata.topic(), metadata.partition(), metadata.offset(), id, ways));
        });
    }

    /** Until all are accounted for, or nothing more is heard. */
    private void settle(Fates fates) {
        Instant heard = Instant.now();
        while (Duration.between(heard, Instant.now()).compareTo(PATIENCE) < 0) {
            if (fates.look()) heard = Instant.now();
            else if (fates.unknown(taken).isEmpty()) return;
        }
    }

    private static Map<String, Long> heaps(TorturedSystem system) throws IOException {
        Map<String, Long> heaps = new TreeMap<>();
        for (TorturedService service : system.services()) heaps.put(service.name(), (long) service.liveHeap().length);
        return heaps;
    }
}
