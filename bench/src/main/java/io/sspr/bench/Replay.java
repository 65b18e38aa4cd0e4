package io.sspr.bench;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.contract.state.Identity;
import io.sspr.quickstart.QuickStart;
import io.sspr.quickstart.layout.CannotStart;
import io.sspr.quickstart.layout.DataDirectory;
import io.sspr.quickstart.layout.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** How long the subscriber in {@code examples} takes that was never there before, for all password changes so far. */
final class Replay {

    /** So many password changes of each account, so that there are states of a quarter as many. */
    private static final int VERSIONS = 4;

    private static final int RECORDS_OF_A_TRANSACTION = 100;
    private static final List<String> OPTIONS = List.of("-Xmx512m", "-XX:+UseSerialGC");

    private final Path directory;
    private final int events;
    private final PrintStream out;
    private final Random random = new Random(1);
    private final List<UUID> accounts = new ArrayList<>();

    Replay(Path directory, int events, PrintStream out) {
        this.directory = directory;
        this.events = events;
        this.out = out;
    }

    /** Whether it told of every one of them, by name. */
    boolean run() throws Exception {
        Settings settings = Settings.onRandomPorts(directory);
        DataDirectory.create(settings.logs());
        try (BrokerProcess broker = BrokerProcess.start(settings)) {
            Thread stop = new Thread(broker::close, "bench-stop");
            Runtime.getRuntime().addShutdownHook(stop);
            try (Admin admin = Admin.create(
                    Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) broker.bootstrapServers()))) {
                QuickStart.createTopics(admin);
            }
            write(broker.bootstrapServers());
            return read(settings, broker.bootstrapServers());
        }
    }

    private void write(String bootstrap) {
        long begin = System.nanoTime();
        for (int i = 0; i < Math.max(1, events / VERSIONS); i++) accounts.add(id());
        try (KafkaProducer<byte[], byte[]> producer = ScratchProducer.connect(bootstrap)) {
            // Who people are, and then what happened to them.
            for (int i = 0; i < accounts.size(); i++)
                send(producer, i, accounts.size(), Topics.IDENTITIES, accounts.get(i), identity(i));
            for (int i = 0; i < events; i++)
                send(producer, i, events, Topics.PASSWORD_EVENTS, accounts.get(i % accounts.size()), changed(i));
        }
        out.printf(
                Locale.ROOT,
                "%d events of %d accounts written by this program, not by services, in %.1f s: to a broker of its own,%n"
                        + "  topics %s and %s as the contract has them, %d records a transaction%n",
                events,
                accounts.size(),
                (System.nanoTime() - begin) / 1e9,
                Topics.PASSWORD_EVENTS,
                Topics.IDENTITIES,
                RECORDS_OF_A_TRANSACTION);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit throws what went wrong
    private static void send(
            KafkaProducer<byte[], byte[]> producer, int i, int all, String topic, UUID key, Envelope<?> envelope) {
        if (i % RECORDS_OF_A_TRANSACTION == 0) producer.beginTransaction();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                topic, key.toString().getBytes(StandardCharsets.UTF_8), MessageCodec.value(envelope));
        MessageCodec.headers(envelope)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
        if (i % RECORDS_OF_A_TRANSACTION == RECORDS_OF_A_TRANSACTION - 1 || i == all - 1) producer.commitTransaction();
    }

    private Envelope<Message> identity(int i) {
        UUID account = accounts.get(i);
        return envelope(Service.REGISTRATION, account, null, 1, new Identity(account, "person-" + i));
    }

    private Envelope<Message> changed(int i) {
        UUID account = accounts.get(i % accounts.size());
        long version = i / accounts.size() + 1L;
        UUID reset = id();
        Instant now = Instant.now();
        return envelope(
                Service.RESET,
                account,
                reset,
                version,
                new PasswordChanged(account, version, Cause.RESET, reset, false, now, now));
    }

    private Envelope<Message> envelope(
            Service source, UUID account, @Nullable UUID reset, long sequence, Message message) {
        return new Envelope<>(
                id(),
                source.principal(),
                Instant.now(),
                account.toString(),
                reset,
                sequence,
                id(),
                id(),
                null,
                message);
    }

    /** Quick, and nobody has to be kept from guessing it. */
    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private boolean read(Settings settings, String bootstrap) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-jar", jar().toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SSPR_BOOTSTRAP", bootstrap);
        builder.redirectError(settings.logs().resolve("subscriber-errors.log").toFile());
        long start = System.nanoTime();
        Process process = builder.start();
        // Killed or not, nothing that this started may go on.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "bench-stop-subscriber"));
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            long first = 0;
            int told = 0;
            int named = 0;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (!line.contains("  version ")) continue;
                if (told++ == 0) first = System.nanoTime();
                if (line.contains("  person-")) named++;
                if (told == events) break;
            }
            long end = System.nanoTime();
            boolean complete = told == events && named == events && process.isAlive();
            if (complete) print(process, first - start, end - first);
            else
                out.println("of " + events + " events the subscriber told of " + told + ", " + named
                        + " with a name; what it said is in " + settings.logs());
            return complete;
        } finally {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly();
        }
    }

    private static Path jar() throws IOException {
        Path home = Path.of(System.getenv().getOrDefault("SSPR_HOME", "."));
        try (Stream<Path> files = Files.list(home.resolve(Path.of("examples", "subscriber", "target")))) {
            return files.filter(file -> file.getFileName().toString().matches("subscriber-[^-]*(-SNAPSHOT)?[.]jar"))
                    .findFirst()
                    .orElseThrow(() -> new CannotStart(
                            "The subscriber is not built.",
                            "Build it: mvn -DskipTests -pl examples/subscriber -am package"));
        }
    }

    private void print(Process process, long start, long reading) throws IOException {
        Duration cpu = ProcessTimes.of(process.pid());
        out.printf(
                Locale.ROOT,
                "the subscriber of examples/subscriber, a process of its own (%s), of a new group, read_committed, each event%n"
                        + "  printed with the organisation's own id:%n",
                String.join(" ", OPTIONS));
        out.printf(Locale.ROOT, "  %-44s %10.2f s%n", "from its start to its first event", start / 1e9);
        out.printf(Locale.ROOT, "  %-44s %10.2f s%n", "from there to its last", reading / 1e9);
        out.printf(Locale.ROOT, "  %-44s %10.0f%n", "events a second", Rates.perSecond(events, reading));
        out.printf(Locale.ROOT, "  %-44s %10.2f s%n", "of a processor, its start included", cpu.toNanos() / 1e9);
        out.printf(Locale.ROOT, "  %-44s %10d MiB%n", "most memory", ProcessTimes.mostMemory(process.pid()));
    }
}
