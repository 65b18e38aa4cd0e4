package io.sspr.torture;

import io.sspr.client.Connection;
import io.sspr.torture.people.People;
import io.sspr.torture.system.TorturedService;
import io.sspr.torture.system.TorturedSystem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * An operator's mistake: the databases are put back to an older copy, while the log is what it was. The services must say so
 * and tell nobody anything; with the right databases all goes on.
 */
final class RestoredDatabase {

    private static final String WORD = "restored from an older state";
    private static final Duration SAID_WITHIN = Duration.ofSeconds(90);
    private static final int LIVES = 2;

    private final TorturedSystem system;
    private final People people;
    private final PrintStream out;
    private final List<String> wrong = new ArrayList<>();

    RestoredDatabase(TorturedSystem system, People people, PrintStream out) {
        this.system = system;
        this.people = people;
        this.out = out;
    }

    /** What was not as it must be, a sentence each. */
    List<String> run() throws Exception {
        Path older = system.settings().data().resolve("postgres-older");
        stop();
        system.database().copyTo(older);
        start();
        lives("after a copy was made of the databases");
        stop();
        system.database().exchangeWith(older);
        system.database().start();
        mistaken();
        stop();
        system.database().exchangeWith(older);
        start();
        lives("with the right databases again");
        return wrong;
    }

    private void mistaken() throws IOException, InterruptedException {
        Map<String, Long> before = ends();
        for (TorturedService service : system.services().subList(0, 3)) {
            long from = Files.size(service.log());
            service.start();
            String said = said(service, from);
            if (said.isEmpty()) wrong.add(service.name() + " does not say that its database is older than the log");
            else out.println("  " + service.name() + ": " + said);
        }
        for (TorturedService service : system.services().subList(0, 3))
            if (service.isUp()) wrong.add(service.name() + " is up with a database that is older than the log");
        Map<String, Long> after = ends();
        if (!after.equals(before))
            wrong.add("something was told from a database that is older than the log: " + before + ", " + after);
    }

    private static String said(TorturedService service, long from) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(SAID_WITHIN);
        while (Instant.now().isBefore(deadline)) {
            byte[] log = Files.readAllBytes(service.log());
            String said = new String(log, (int) from, log.length - (int) from, StandardCharsets.UTF_8);
            try (Stream<String> lines = said.lines()) {
                String found =
                        lines.filter(line -> line.contains(WORD)).findFirst().orElse("");
                if (!found.isEmpty()) return found.replaceFirst(".*Relay: ", "");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return "";
    }

    /** Where what services told ends, in their committed words. */
    private Map<String, Long> ends() {
        try (KafkaConsumer<byte[], byte[]> consumer =
                Connection.consumer(system.cluster().bootstrapServers())) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(info ->
                            info.topic().startsWith("sspr.") && !info.topic().contains(".requests."))
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            Map<String, Long> ends = new TreeMap<>();
            consumer.endOffsets(partitions).forEach((partition, end) -> ends.put(partition.toString(), end));
            return ends;
        }
    }

    private void lives(String when) {
        int before = people.complete();
        people.liveTimes(LIVES);
        int lived = people.complete() - before;
        out.println("  " + lived + " of " + LIVES + " people lived " + when);
        if (lived < LIVES) wrong.add("only " + lived + " of " + LIVES + " people lived " + when);
    }

    private void stop() {
        system.stopServices();
        system.database().stop();
    }

    private void start() throws IOException, InterruptedException {
        system.database().start();
        system.startServices();
    }
}
