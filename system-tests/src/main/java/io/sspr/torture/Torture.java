package io.sspr.torture;

import io.sspr.audit.database.DatabaseAccess;
import io.sspr.contract.Service;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.quickstart.database.DatabaseLogin;
import io.sspr.quickstart.layout.Settings;
import io.sspr.torture.check.Inspection;
import io.sspr.torture.fault.Faults;
import io.sspr.torture.people.Ending;
import io.sspr.torture.people.People;
import io.sspr.torture.system.TorturedService;
import io.sspr.torture.system.TorturedSystem;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run: a system of processes, people in it, faults, and then the check. */
public final class Torture {

    private static final Duration BUSY_WITHIN = Duration.ofMinutes(3);
    private static final Duration QUIET_WITHIN = Duration.ofMinutes(4);
    private static final Duration AFTER_THE_LAST = Duration.ofSeconds(10);
    private static final Duration EVERY_LINE = Duration.ofSeconds(30);

    private final TortureOptions options;
    private final PrintStream out;
    private final Instant begin = Instant.now();

    /** Nothing is started yet. */
    public Torture(TortureOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Runs it to its end. */
    public TortureReport run() throws Exception {
        Files.createDirectories(options.directory());
        Settings settings = Settings.onRandomPorts(options.directory());
        KeyMaterial keys = new KeyMaterial(settings.secrets(), Clock.systemUTC())
                .generate(List.of("portal", "directory", "console"));
        out.printf(
                Locale.ROOT,
                "seed %d, %d s of faults, one every %.1f s, %d people at once, JDK %s, %d cores%n",
                options.seed(),
                options.duration().toSeconds(),
                options.betweenFaults().toMillis() / 1000.0,
                options.workers(),
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors());
        try (TorturedSystem system = TorturedSystem.start(settings, options.instances());
                People people = new People(
                        system.cluster().bootstrapServers(),
                        URI.create("http://127.0.0.1:" + settings.mailPort()),
                        keys,
                        options.seed())) {
            out.printf(Locale.ROOT, "up after %d s%n", sinceBegin().toSeconds());
            return torture(system, people);
        }
    }

    private TortureReport torture(TorturedSystem system, People people) throws Exception {
        Faults faults =
                new Faults(system, options.seed(), options.duration(), options.betweenFaults(), options.kinds(), out);
        faults.printPlan();
        people.begin(options.workers());
        Thread lines = new Thread(() -> printLines(people), "lines");
        lines.start();
        awaitBusy(people);
        faults.run();
        out.println("no more faults; everybody finishes");
        people.end();
        lines.interrupt();
        List<String> wrong = new ArrayList<>(faults.failures());
        for (TorturedService service : system.services()) system.awaitUp(service);
        Collection<String> secrets = options.secrets() ? secrets(system, people) : null;
        if (options.restore()) {
            out.println("an older copy of the databases");
            wrong.addAll(new RestoredDatabase(system, people, out).run());
        }
        List<DatabaseAccess> logins = logins(system);
        awaitQuiet(logins);
        Inspection inspection = Inspection.of(
                system.cluster().bootstrapServers(), logins, options.directory().resolve("audit"));
        return new TortureReport(
                faults.done(),
                people.complete(),
                List.copyOf(people.incomplete()),
                people.besides(),
                inspection,
                wrong,
                secrets,
                sinceBegin());
    }

    /** What is not busy cannot be interrupted amid anything. */
    private void awaitBusy(People people) throws InterruptedException {
        Instant latest = Instant.now().plus(BUSY_WITHIN);
        while (people.complete() == 0 && Instant.now().isBefore(latest)) TimeUnit.MILLISECONDS.sleep(200);
        out.printf(
                Locale.ROOT,
                "%d flows after %d s%n",
                people.complete(),
                sinceBegin().toSeconds());
    }

    private @Nullable Collection<String> secrets(TorturedSystem system, People people) throws Exception {
        TimeUnit.MILLISECONDS.sleep(AFTER_THE_LAST.toMillis());
        return SecretsSearch.places(system, people.secrets().marks());
    }

    private void printLines(People people) {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(EVERY_LINE.toMillis());
                out.printf(
                        Locale.ROOT,
                        "  %d flows, %d outlived, %d not complete%n",
                        people.complete(),
                        people.incomplete().stream()
                                .filter(ending -> !ending.wrong())
                                .count(),
                        people.incomplete().stream().filter(Ending::wrong).count());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<DatabaseAccess> logins(TorturedSystem system) {
        return Stream.of(Service.values())
                .map(service -> login(system, service))
                .toList();
    }

    private static DatabaseAccess login(TorturedSystem system, Service service) {
        DatabaseLogin login = system.database().loginOf(service);
        return new DatabaseAccess(service, login.url(), login.user(), login.password());
    }

    /** Everybody has an answer; what no one waits for, such as notices, may still be on its way. */
    private static void awaitQuiet(List<DatabaseAccess> logins) throws Exception {
        Instant deadline = Instant.now().plus(QUIET_WITHIN);
        while (Instant.now().isBefore(deadline) && !Inspection.isQuiet(logins)) TimeUnit.MILLISECONDS.sleep(200);
    }

    private Duration sinceBegin() {
        return Duration.between(begin, Instant.now());
    }
}
