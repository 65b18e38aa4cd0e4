package io.sspr.quickstart;

import io.sspr.client.Asked;
import io.sspr.client.Flow;
import io.sspr.client.FrontEnd;
import io.sspr.client.FrontEndSettings;
import io.sspr.client.NotAnswered;
import io.sspr.client.Person;
import io.sspr.client.UnexpectedReply;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.CredentialImported;
import io.sspr.contract.reply.MethodRegistered;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.SignedIn;
import io.sspr.contract.reply.StepUpPassed;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.contract.secret.MethodView;
import io.sspr.contract.secret.Origin;
import io.sspr.demo.Mailbox;
import io.sspr.demo.OwnMethods;
import io.sspr.quickstart.layout.Port;
import io.sspr.quickstart.layout.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * People to try a new system with. They are made known once, by the contract's own requests, and what one of them has is proven
 * with the codes that were sent; from then on what becomes of them is up to whoever tries. It is made before the log is set up.
 */
final class SamplePeople implements Companion {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Origin HERE = new Origin("127.0.0.0/24", "./sspr up");

    @Override
    public String name() {
        return "sample-people";
    }

    @Override
    public List<Port> prepare(Settings settings) {
        return List.of();
    }

    @Override
    public AutoCloseable start(RunningSystem system, Progress progress) throws IOException {
        Path made = made(system.settings());
        if (!Files.exists(made)) {
            try {
                make(system);
                Files.writeString(made, "They are there; without this file the next start looks after them again.\n");
                progress.ready("sample people", logins());
            } catch (NotAnswered | UnexpectedReply | IllegalStateException e) {
                // Other rules may not let them register. All else runs without them.
                LoggerFactory.getLogger(SamplePeople.class)
                        .warn("The sample people are not all there: {}", e.getMessage(), e);
            }
        }
        return () -> {};
    }

    private static Path made(Settings settings) {
        return settings.data().resolve("sample-people");
    }

    private static String logins() {
        return SamplePerson.ALL.stream().map(SamplePerson::login).collect(Collectors.joining(", "));
    }

    @Override
    public Optional<URI> page(Settings settings) {
        return Optional.empty();
    }

    @Override
    public List<String> guide(Settings settings) {
        if (!Files.exists(made(settings))) return List.of("The sample people are not all there; the log says why.");
        List<String> lines = new ArrayList<>();
        lines.add("To try it: you are " + SamplePerson.ALL.get(0).login()
                + " and have forgotten the password. Both codes come to http://127.0.0.1:" + settings.mailPort() + "/");
        lines.add("Sample people, and the passwords they begin with:");
        for (SamplePerson person : SamplePerson.ALL)
            lines.add(String.format(Locale.ROOT, "  %-14s%-25s%s", person.login(), person.password(), person.about()));
        return lines;
    }

    private static void make(RunningSystem system) {
        String bootstrap = system.broker().bootstrapServers();
        String anchor = system.anchorThumbprint();
        KeyMaterial keys = new KeyMaterial(system.settings().secrets(), Clock.systemUTC());
        Mailbox mailbox = new Mailbox(system.mailCatcher().page());
        try (FrontEnd directory =
                        FrontEnd.connect(new FrontEndSettings(bootstrap, "directory", anchor, null, PATIENCE), HERE);
                FrontEnd portal = FrontEnd.connect(
                        new FrontEndSettings(bootstrap, "portal", anchor, keys.assertionSigner("portal"), PATIENCE),
                        HERE)) {
            makeKnown(directory);
            for (SamplePerson person : SamplePerson.ALL)
                if (person.ready()) new Registration(portal, mailbox, person).run();
        }
    }

    private static void makeKnown(FrontEnd directory) {
        List<Asked> asked = SamplePerson.ALL.stream()
                .map(person -> directory.provision(person.entry()))
                .toList();
        List<Asked> imported = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            UUID account = asked.get(i).reply(AccountProvisioned.class).accountId();
            imported.add(
                    directory.importCredential(account, SamplePerson.ALL.get(i).credential()));
        }
        for (Asked one : imported) {
            Reply reply = one.reply();
            boolean before = reply instanceof RequestRefused refused && refused.reason() == Refusal.CREDENTIAL_EXISTS;
            if (!before && !(reply instanceof CredentialImported))
                throw new UnexpectedReply(one.type() + " " + one.id(), CredentialImported.class, reply);
        }
    }

    /** What a person would do on the portal's pages, from wherever an interrupted start left it. */
    private static final class Registration {

        private final FrontEnd portal;
        private final Mailbox mailbox;
        private final SamplePerson person;

        Registration(FrontEnd portal, Mailbox mailbox, SamplePerson person) {
            this.portal = portal;
            this.mailbox = mailbox;
            this.person = person;
        }

        void run() {
            // Where the password is another one already, somebody has taken over.
            if (!(portal.signIn(person.login(), person.password()).reply() instanceof SignedIn signedIn)) return;
            Person session = Person.of(signedIn, Clock.systemUTC().instant());
            OwnMethods methods = new OwnMethods(portal, session);
            Set<MethodKind> has = methods.all().stream().map(MethodView::kind).collect(Collectors.toSet());
            if (has.contains(MethodKind.EMAIL)) {
                if (has.contains(MethodKind.SMS)) return;
                Flow flow = Flow.begin();
                prove(flow, person.address(), () -> methods.stepUp(flow, MethodKind.EMAIL), StepUpPassed.class);
            } else {
                Flow flow = Flow.begin();
                prove(
                        flow,
                        person.address(),
                        () -> portal.registerEmail(session, flow, person.address()),
                        MethodRegistered.class);
            }
            Flow flow = Flow.begin();
            prove(flow, person.number(), () -> methods.registerPhone(flow, person.number()), MethodRegistered.class);
        }

        private <R extends Reply> void prove(Flow flow, String destination, Supplier<Asked> begin, Class<R> expected) {
            long newest = mailbox.newest(destination);
            begin.get().reply(ChallengeReady.class);
            portal.submitProof(flow, mailbox.code(destination, newest, PATIENCE))
                    .reply(expected);
        }
    }
}
