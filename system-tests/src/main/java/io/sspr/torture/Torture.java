package io.sspr.torture;

import io.sspr.client.FrontEnd;
import io.sspr.client.FrontEndSettings;
import io.sspr.contract.Service;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.demo.Mailbox;
import io.sspr.quickstart.ServiceProcess;
import io.sspr.quickstart.database.Database;
import io.sspr.quickstart.database.DatabaseLogin;
import io.sspr.quickstart.layout.Settings;
import io.sspr.torture.check.DatabaseCheck;
import io.sspr.torture.check.Finding;
import io.sspr.torture.check.LogCheck;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** One run: Kafka, PostgreSQL and mail here, two instances of each service as processes, people, and kills. */
public final class Torture {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration EVERY_LINE = Duration.ofSeconds(30);

    private final TortureOptions options;
    private final PrintStream out;
    private final AtomicInteger lives = new AtomicInteger();
    private final Queue<String> unfinished = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();

    /** Nothing is started yet. */
    public Torture(TortureOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Runs it to its end. */
    public TortureReport run() throws Exception {
        Instant begin = Instant.now();
        Files.createDirectories(options.directory());
        Settings settings = Settings.onRandomPorts(options.directory());
        KeyMaterial keys = new KeyMaterial(settings.secrets(), Clock.systemUTC())
                .generate(List.of("portal", "directory", "console"));
        out.printf(
                Locale.ROOT,
                "seed %d, %d s of kills every %.1f s, %d people at once, JDK %s, %d cores%n",
                options.seed(),
                options.duration().toSeconds(),
                options.betweenKills().toMillis() / 1000.0,
                options.workers(),
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors());
        try (Parts parts = Parts.start(settings)) {
            List<ServiceProcess> processes = Instances.of(settings, parts);
            try {
                for (ServiceProcess process : processes) process.start();
                for (ServiceProcess process : processes) awaitUp(process);
                out.printf(
                        Locale.ROOT,
                        "up after %d s%n",
                        Duration.between(begin, Instant.now()).toSeconds());
                Killer killer = new Killer(
                        new KillPlan(options.seed(), options.betweenKills()),
                        processes,
                        new RelayWatch(parts.broker().bootstrapServers(), parts.database()::loginOf));
                liveAndKill(settings, parts, keys, processes, killer);
                return check(parts, begin, killer);
            } finally {
                for (ServiceProcess process : processes) process.stop();
            }
        }
    }

    private void liveAndKill(
            Settings settings, Parts parts, KeyMaterial keys, List<ServiceProcess> processes, Killer killer)
            throws Exception {
        String bootstrap = parts.broker().bootstrapServers();
        String anchor = keys.anchorThumbprint();
        Mailbox mailbox = new Mailbox(URI.create("http://127.0.0.1:" + settings.mailPort()));
        try (FrontEnd directory =
                        FrontEnd.connect(new FrontEndSettings(bootstrap, "directory", anchor, null, PATIENCE));
                FrontEnd portal = FrontEnd.connect(
                        new FrontEndSettings(bootstrap, "portal", anchor, keys.assertionSigner("portal"), PATIENCE))) {
            CountDownLatch ended = new CountDownLatch(options.workers());
            for (int i = 0; i < options.workers(); i++)
                worker(i, directory, portal, mailbox, ended).start();
            kill(killer);
            over.set(true);
            out.println("no more kills; everybody finishes");
            for (ServiceProcess process : processes) if (!process.isAlive()) process.start();
            if (!ended.await(PATIENCE.toSeconds() * 3, TimeUnit.SECONDS))
                unfinished.add(ended.getCount() + " people never got an end");
            portal.answeredTwice().forEach(id -> unfinished.add("answered twice: " + id));
            for (ServiceProcess process : processes) awaitUp(process);
        }
    }

    private Thread worker(int number, FrontEnd directory, FrontEnd portal, Mailbox mailbox, CountDownLatch ended) {
        Thread thread = new Thread(
                () -> {
                    try {
                        for (int turn = 0; !over.get(); turn++)
                            live(directory, portal, mailbox, "person-" + number + "-" + turn);
                    } finally {
                        ended.countDown();
                    }
                },
                "person-" + number);
        thread.setDaemon(true);
        return thread;
    }

    private void live(FrontEnd directory, FrontEnd portal, Mailbox mailbox, String login) {
        try {
            new PersonsLife(directory, portal, mailbox, login).live();
            lives.incrementAndGet();
        } catch (RuntimeException e) {
            unfinished.add(login + ": " + e.getMessage());
        }
    }

    private void kill(Killer killer) throws Exception {
        Instant end = Instant.now().plus(options.duration());
        Instant nextLine = Instant.now().plus(EVERY_LINE);
        while (Instant.now().isBefore(end)) {
            killer.next();
            if (Instant.now().isAfter(nextLine)) {
                nextLine = Instant.now().plus(EVERY_LINE);
                out.printf(
                        Locale.ROOT,
                        "  %4d s: %d kills, %d flows, %d not complete%n",
                        options.duration().toSeconds()
                                - Duration.between(Instant.now(), end).toSeconds(),
                        killer.kills().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum(),
                        lives.get(),
                        unfinished.size());
            }
        }
        unfinished.addAll(killer.awaitRevivals());
    }

    private TortureReport check(Parts parts, Instant begin, Killer killer) throws Exception {
        awaitQuiet(parts.database());
        LogCheck log = new LogCheck(parts.broker().bootstrapServers());
        List<Finding> findings = new ArrayList<>(log.run());
        DatabaseLogin reset = parts.database().loginOf(Service.RESET);
        findings.addAll(DatabaseCheck.credentials(reset.url(), reset.user(), reset.password(), log.versions()));
        for (Service service : Service.values()) {
            DatabaseLogin login = parts.database().loginOf(service);
            findings.addAll(DatabaseCheck.untold(login.url(), login.user(), login.password()));
        }
        return new TortureReport(
                killer.kills(),
                killer.aimed(),
                lives.get(),
                List.copyOf(unfinished),
                log.requests(),
                log.records(),
                findings,
                Duration.between(begin, Instant.now()));
    }

    /** Everybody has an answer; what no one waits for, such as notices, may still be on its way. */
    private void awaitQuiet(Database database) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            int waiting = 0;
            for (Service service : Service.values()) {
                DatabaseLogin login = database.loginOf(service);
                waiting += DatabaseCheck.untold(login.url(), login.user(), login.password())
                        .size();
            }
            if (waiting == 0) return;
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private void awaitUp(ServiceProcess process) throws Exception {
        Instant deadline = Instant.now().plus(START);
        while (!process.isUp()) {
            if (Instant.now().isAfter(deadline))
                throw new IllegalStateException(
                        process.name() + " does not come up: see its log in " + options.directory());
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
