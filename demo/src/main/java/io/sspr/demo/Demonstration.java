package io.sspr.demo;

import io.sspr.client.Flow;
import io.sspr.client.FrontEnd;
import io.sspr.client.FrontEndSettings;
import io.sspr.client.Person;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.Cause;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.reply.CredentialImported;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.ResetCancelled;
import io.sspr.contract.reply.SignedIn;
import io.sspr.contract.seal.AssertionSigner;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.contract.secret.InitialCredential;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The main job on real input over the real log: people are made known, register, forget their passwords and reset them. */
public final class Demonstration {

    private static final String PORTAL = "portal";
    private static final String DIRECTORY = "directory";
    private static final String CONSOLE = "console";
    private static final int HASHES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<Cause> CHANGES = List.of(Cause.IMPORTED, Cause.CHANGED, Cause.RESET, Cause.CHANGED);

    private final DemonstrationOptions options;
    private final Steps steps;
    private final Mailbox mailbox;
    private final String mark = Long.toString(System.currentTimeMillis(), 36);

    private Demonstration(DemonstrationOptions options) {
        this.options = options;
        this.steps = new Steps(options.out());
        this.mailbox = new Mailbox(options.mailPage());
    }

    /** Runs all of it and tells what it sees; 0 if every step held, else 1 after naming the one that did not and why. */
    public static int run(DemonstrationOptions options) {
        try {
            new Demonstration(options).run();
            return 0;
        } catch (RuntimeException e) {
            Throwable why = e instanceof StepFailed && e.getCause() != null ? e.getCause() : e;
            options.out().println("✗ " + (e instanceof StepFailed ? e.getMessage() : "the demonstration stopped"));
            options.out()
                    .println("  because: " + why.getMessage() + " ["
                            + why.getClass().getSimpleName() + "]");
            return 1;
        }
    }

    private void run() {
        List<SampleAccount> accounts = SampleAccounts.read(options.accounts()).stream()
                .map(account -> account.marked(mark))
                .toList();
        steps.say("Everybody here is new: ids, logins and addresses of this run end in " + mark
                + ", so that no limit of an earlier run counts.");
        AssertionSigner signer = new KeyMaterial(options.secrets(), Clock.systemUTC()).assertionSigner(PORTAL);
        try (FrontEnd directory = connect(DIRECTORY, null);
                FrontEnd portal = connect(PORTAL, signer)) {
            demonstrate(accounts, directory, portal);
            if (options.timedResets() > 0) time(directory, portal);
            steps.check("no request was answered twice", () -> {
                Steps.require(portal.answeredTwice().isEmpty(), "these were: " + portal.answeredTwice());
                Steps.require(directory.answeredTwice().isEmpty(), "these were: " + directory.answeredTwice());
            });
        }
        steps.say("All " + steps.held() + " steps held, for " + accounts.size() + " people"
                + (options.timedResets() > 0 ? " and " + options.timedResets() + " timed resets." : "."));
    }

    private FrontEnd connect(String client, @Nullable AssertionSigner signer) {
        return FrontEnd.connect(
                new FrontEndSettings(options.bootstrap(), client, options.anchorThumbprint(), signer, PATIENCE));
    }

    private void demonstrate(List<SampleAccount> accounts, FrontEnd directory, FrontEnd portal) {
        try (PasswordLog log = new PasswordLog(options.bootstrap());
                LogPrinter printer = LogPrinter.start(options.bootstrap(), LogReader.Begin.NOW, options.out())) {
            List<SamplePerson> people = accounts.stream()
                    .map(account -> provision(account, directory))
                    .toList();
            List<PersonJourney> journeys = people.stream()
                    .map(person -> new PersonJourney(portal, person, steps))
                    .toList();
            journeys.forEach(PersonJourney::begin);
            journeys.forEach(PersonJourney::register);
            journeys.forEach(PersonJourney::reset);
            people.forEach(person -> steps.check(
                    "the log tells each password change of " + person.login() + " once, in order",
                    () -> log.await(person.accountId(), CHANGES, PATIENCE)));
            outsider(people.get(0), portal);
            everyday(people, directory, portal);
            steps.say("  (" + printer.printed() + " messages were on the log)");
        }
    }

    private SamplePerson provision(SampleAccount account, FrontEnd directory) {
        SamplePerson person = steps.check(account.login() + " is made known", () -> {
            AccountProvisioned reply = directory.provision(account.entry()).reply(AccountProvisioned.class);
            Steps.require(reply.created(), "the account was known before");
            return new SamplePerson(account, reply.accountId(), mailbox);
        });
        steps.check(account.login() + " is made known again: nothing new", () -> {
            AccountProvisioned again = directory.provision(account.entry()).reply(AccountProvisioned.class);
            Steps.require(!again.created(), "a second account was made");
            Steps.require(again.accountId().equals(person.accountId()), "the account has another id now");
        });
        steps.check(account.login() + " gets a first password, and no second one", () -> {
            InitialCredential first = new InitialCredential(null, account.firstPassword(), true);
            directory.importCredential(person.accountId(), first).reply(CredentialImported.class);
            RequestRefused refused =
                    directory.importCredential(person.accountId(), first).reply(RequestRefused.class);
            Steps.require(refused.reason() == Refusal.CREDENTIAL_EXISTS, "the reason is " + refused.reason());
        });
        return person;
    }

    /** One person lives through the rest of it, with the help of one who is an administrator, and one comes new. */
    private void everyday(List<SamplePerson> people, FrontEnd directory, FrontEnd portal) {
        if (!offered(people.get(0).login(), portal).kinds().contains(MethodKind.SMS)) {
            steps.say("  (skipped the rest of a working life: text messages are not on offer here)");
            return;
        }
        AssertionSigner signer = new KeyMaterial(options.secrets(), Clock.systemUTC()).assertionSigner(CONSOLE);
        SamplePerson administrator = people.stream()
                .filter(person -> person.account().administrator())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody in the sample is an administrator"));
        try (FrontEnd console = connect(CONSOLE, signer);
                PolicyLog rules = new PolicyLog(options.bootstrap())) {
            SignedIn signedIn = console.signIn(administrator.login(), administrator.password())
                    .reply(SignedIn.class);
            Person session = Person.of(signedIn, Clock.systemUTC().instant()).withApp();
            Administration administration = new Administration(console, session);
            SamplePerson newcomer = provision(machineMade("newcomer").marked(mark), directory);
            new RulesJourney(portal, directory, administration, rules, newcomer, steps, PATIENCE).run(mark);
            new EverydayJourney(portal, administration, people.get(0), steps).run();
        }
    }

    private void outsider(SamplePerson known, FrontEnd portal) {
        steps.check("an outsider cannot tell whether a login is known", () -> {
            MethodsOffered somebody = offered(known.login(), portal);
            MethodsOffered nobody = offered("nobody+" + mark, portal);
            Steps.require(
                    somebody.kinds().equals(nobody.kinds()) && somebody.gates() == nobody.gates(),
                    "the offers differ: " + somebody.kinds() + " and " + nobody.kinds());
        });
    }

    private static MethodsOffered offered(String login, FrontEnd portal) {
        Flow flow = Flow.begin();
        MethodsOffered offered = portal.requestReset(flow, login).reply(MethodsOffered.class);
        portal.cancel(flow).reply(ResetCancelled.class);
        return offered;
    }

    private void time(FrontEnd directory, FrontEnd portal) {
        int count = options.timedResets();
        steps.say("Now " + count + " more people, made known and registered, each to reset once by machine ...");
        List<SampleAccount> accounts = IntStream.rangeClosed(1, count)
                .mapToObj(number -> machineMade("timed-" + number).marked(mark))
                .toList();
        List<SamplePerson> people = new ArrayList<>();
        steps.check(count + " people are registered", () -> {
            people.addAll(new Enlistment(directory, portal, mailbox).enlist(accounts));
        });
        Timings timings = new Timings();
        steps.check(
                count + " complete resets", () -> new TimedResets(portal, timings).run(people, options.timedAtOnce()));
        DoubleSupplier hash = options.hashMillis();
        if (hash != null)
            for (int i = 0; i < HASHES; i++) timings.add("one password hash (Argon2id)", hash.getAsDouble());
        steps.say(String.format(
                Locale.ROOT,
                "Times seen by the front end, %d at a time, on JDK %s with %d cores, system load %.1f:",
                options.timedAtOnce(),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        timings.print(options.out());
    }

    private static SampleAccount machineMade(String login) {
        return new SampleAccount(login, login, "en", login + "@example.org", "-", false, RandomPassword.make());
    }
}
