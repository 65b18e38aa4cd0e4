package io.sspr.bench;

import io.sspr.client.FrontEnd;
import io.sspr.client.FrontEndSettings;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.Undecodable;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.demo.LogReader;
import io.sspr.quickstart.layout.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One measurement from a fresh directory to the report. */
final class Bench {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LOAD_THREADS = 2;

    private final BenchOptions options;
    private final PrintStream out;
    private final Map<String, Account> byAddress = new ConcurrentHashMap<>();
    private final Map<UUID, Account> byId = new ConcurrentHashMap<>();

    Bench(BenchOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Whether everything that was begun came to its end, once. */
    boolean run() throws Exception {
        HashCost yardstick = HashCost.measure(false);
        HashCost hash = options.minimalHash() ? HashCost.measure(true) : yardstick;
        Conditions.print(options, hash, yardstick, out);
        Settings settings = Settings.onRandomPorts(options.directory());
        try (MailSink sink = new MailSink(settings.smtpPort(), this::mailed);
                BenchSystem system = BenchSystem.start(settings, options)) {
            Function<String, FrontEnd> connect = client -> FrontEnd.connect(new FrontEndSettings(
                    system.broker().bootstrapServers(), client, system.keys().anchorThumbprint(), null, patience()));
            try (FrontEnd directory = connect.apply("directory");
                    FrontEnd portal = connect.apply("portal")) {
                long begin = System.nanoTime();
                List<Account> accounts = new People(system, directory).provision(options.accounts(), hash.phc());
                out.printf(
                        Locale.ROOT,
                        "%d accounts made known in %.1f s%n",
                        accounts.size(),
                        (System.nanoTime() - begin) / 1e9);
                if (options.bystanders() > 0) new Bystanders(system, out).add(accounts.get(0), options.bystanders());
                accounts.forEach(account -> byAddress.put(account.address(), account));
                accounts.forEach(account -> byId.put(Objects.requireNonNull(account.id()), account));
                return options.outage().isZero()
                        ? measure(system, sink, portal, accounts, hash)
                        : outages(system, sink, portal, accounts);
            }
        }
    }

    private Duration patience() {
        // A killed service has to start first, and on a busy machine that alone may take a minute.
        return options.outage().isZero() ? PATIENCE : options.outage().plus(PATIENCE.multipliedBy(5));
    }

    /** One after the other, each in a load that has come to its pace again. */
    private boolean outages(BenchSystem system, MailSink sink, FrontEnd portal, List<Account> accounts)
            throws Exception {
        String bootstrap = system.broker().bootstrapServers();
        LogReader subscriber = LogReader.start(bootstrap, LogReader.PASSWORD_EVENTS, LogReader.Begin.NOW, this::told);
        try (Load load = new Load(portal, accounts, LOAD_THREADS)) {
            Volume start = Volume.now(system, sink, load);
            load.atRate(options.rate());
            boolean caughtUp = true;
            for (Service service : Service.values()) {
                if (options.outageOf() != null && options.outageOf() != service) continue;
                TimeUnit.NANOSECONDS.sleep(options.warmUp().toNanos());
                caughtUp &= new Outage(system, load, patience(), out).of(service, options.outage());
            }
            boolean drained = load.stop(patience());
            system.awaitQuiet();
            Volume end = Volume.now(system, sink, load);
            LogUse all = LogUse.between(bootstrap, start.offsets(), end.offsets());
            return check(load, drained, all, accounts, end.mails() - start.mails()) && caughtUp;
        } finally {
            subscriber.close();
        }
    }

    private boolean measure(BenchSystem system, MailSink sink, FrontEnd portal, List<Account> accounts, HashCost hash)
            throws Exception {
        String bootstrap = system.broker().bootstrapServers();
        LogReader subscriber = LogReader.start(bootstrap, LogReader.PASSWORD_EVENTS, LogReader.Begin.NOW, this::told);
        try (Load load = new Load(portal, accounts, LOAD_THREADS)) {
            Volume start = Volume.now(system, sink, load);
            if (options.rate() > 0) load.atRate(options.rate());
            else load.atOnce(options.concurrency());
            TimeUnit.NANOSECONDS.sleep(options.warmUp().toNanos());
            // Before they are counted: it sets the count to zero.
            Statements.reset(system);
            Volume volumeBefore = Volume.now(system, sink, load);
            Service profiled = options.profiled();
            Path recording = profiled == null ? null : Recording.start(system, profiled);
            Processor before = Processor.now(system, sink, load);
            load.measure();
            TimeUnit.NANOSECONDS.sleep(options.measured().toNanos());
            load.measureNoMore();
            Processor after = Processor.now(system, sink, load);
            Volume volumeAfter = Volume.now(system, sink, load);
            Path statements = Statements.write(system, options.directory(), after.ended() - before.ended());
            if (profiled != null && recording != null) Recording.stop(system, profiled, recording);
            boolean drained = load.stop(PATIENCE);
            system.awaitQuiet();
            Volume end = Volume.now(system, sink, load);
            LogUse window = LogUse.between(bootstrap, volumeBefore.offsets(), volumeAfter.offsets());
            LogUse all = LogUse.between(bootstrap, start.offsets(), end.offsets());
            Report report = new Report(before, after, volumeBefore, volumeAfter, window, load.latencies(), hash);
            report.print(out, system);
            out.println("statements of PostgreSQL  " + statements);
            if (recording != null) out.println("recording                 " + recording);
            Floors.measure(system, hash, report.work()).print(out, report);
            return check(load, drained, all, accounts, end.mails() - start.mails());
        } finally {
            subscriber.close();
        }
    }

    private boolean check(Load load, boolean drained, LogUse all, List<Account> accounts, long mails) {
        List<String> wrong = new ArrayList<>();
        // After an outage it may be too late for some; otherwise for nobody.
        Predicate<Failure> allowed = failure -> !options.outage().isZero() && failure.isToldTooLate();
        load.failures().stream().filter(allowed.negate()).forEach(failure -> wrong.add(failure.text()));
        long tooLate = load.failures().stream().filter(allowed).count();
        long due = load.begun() - tooLate;
        if (!drained) wrong.add(load.running() + " resets never ended");
        if (all.count(Topics.PASSWORD_EVENTS) != due)
            wrong.add(all.count(Topics.PASSWORD_EVENTS) + " events on " + Topics.PASSWORD_EVENTS + ", not " + due);
        // Who was told too late may have had a code before, or not.
        if (mails < 2 * due || mails > 2 * due + tooLate) wrong.add(mails + " mails, not " + 2 * due);
        accounts.stream().filter(account -> !account.isInOrder()).forEach(account -> wrong.add(account.toString()));
        out.println();
        out.println("all in all " + load.begun() + " resets begun, " + load.ended()
                + " complete: each told once on the log" + " and noticed once by mail"
                + (tooLate == 0 ? "" : "; " + tooLate + " told that it is too late")
                + (wrong.isEmpty() ? "" : ", but:"));
        wrong.stream().limit(20).forEach(line -> out.println("  " + line));
        if (wrong.size() > 20) out.println("  and " + (wrong.size() - 20) + " more");
        return wrong.isEmpty();
    }

    private void mailed(String address, Optional<String> code) {
        Account account = byAddress.get(address);
        if (account == null) return;
        OneReset reset = code.isPresent() ? account.running() : account.noticed();
        if (reset == null) return;
        code.ifPresentOrElse(reset::mailed, reset::noticed);
    }

    private void told(ConsumerRecord<byte[], byte[]> record) {
        try {
            Envelope<Message> envelope = MessageCodec.decode(record.headers(), record.value());
            if (!(envelope.message() instanceof PasswordChanged changed)) return;
            Account account = byId.get(changed.accountId());
            OneReset reset = account == null ? null : account.told();
            if (reset != null) reset.told();
        } catch (Undecodable e) {
            throw new IllegalStateException(e);
        }
    }
}
