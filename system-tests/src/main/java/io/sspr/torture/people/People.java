package io.sspr.torture.people;

import io.sspr.client.FrontEnd;
import io.sspr.client.FrontEndSettings;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.seal.AssertionSigner;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.contract.secret.GroupEntry;
import io.sspr.contract.state.Policy;
import io.sspr.demo.Mailbox;
import io.sspr.demo.PolicyLog;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Everybody who uses the system while it is tortured: each lives, is followed by another, and so on until it is over. */
public final class People implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration RULES_EVERY = Duration.ofSeconds(15);
    private static final Duration GROUPS_EVERY = Duration.ofSeconds(3);

    private final String bootstrap;
    private final FrontEnd directory;
    private final FrontEnd portal;
    private final FrontEnd console;
    private final PersonsLife.World world;
    private final KnownSecrets secrets = new KnownSecrets();
    private final Replays replays;
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger complete = new AtomicInteger();
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicInteger rulesChanged = new AtomicInteger();
    private final AtomicInteger groups = new AtomicInteger();
    private final Queue<Ending> incomplete = new ConcurrentLinkedQueue<>();

    /** Connects; there is an administrator then. */
    public People(String bootstrap, URI mailPage, KeyMaterial keys, long seed) {
        this.bootstrap = bootstrap;
        String anchor = keys.anchorThumbprint();
        directory = connect("directory", anchor, null);
        portal = connect("portal", anchor, keys.assertionSigner("portal"));
        console = connect("console", anchor, keys.assertionSigner("console"));
        Administrator administrator = Administrator.begin(directory, portal, console, secrets);
        world = new PersonsLife.World(directory, portal, administrator, new Mailbox(mailPage), secrets);
        replays = new Replays(bootstrap, seed);
    }

    private FrontEnd connect(String client, String anchor, @Nullable AssertionSigner signer) {
        return FrontEnd.connect(new FrontEndSettings(bootstrap, client, anchor, signer, PATIENCE));
    }

    /** So many at once live on and on; the rules change, groups come, and old requests come again. */
    public void begin(int workers) {
        for (int i = 0; i < workers; i++)
            start("person-" + i, () -> {
                while (!isOver()) liveOnce();
            });
        start("rules", this::changeRules);
        start("groups", this::provisionGroups);
        replays.start();
    }

    /** So many live once each, one after another. */
    public void liveTimes(int count) {
        for (int i = 0; i < count; i++) liveOnce();
    }

    /** Lets everybody come to their end; who does not is in {@link #incomplete()}. */
    public void end() throws InterruptedException {
        over.countDown();
        replays.close();
        long deadline = System.nanoTime() + PATIENCE.multipliedBy(3).toNanos();
        for (Thread thread : threads) {
            thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            if (thread.isAlive()) incomplete.add(new Ending(true, "never ended", thread.getName()));
        }
        for (FrontEnd frontEnd : List.of(directory, portal, console))
            frontEnd.answeredTwice().stream()
                    .distinct()
                    .filter(id -> finalReplies(frontEnd, id) > 1)
                    .forEach(id -> incomplete.add(new Ending(true, "answered twice", id.toString())));
    }

    /** Lives that came to all that they should. */
    public int complete() {
        return complete.get();
    }

    /** Lives that did not. */
    public Collection<Ending> incomplete() {
        return incomplete;
    }

    /** Besides: changes of the rules, groups, replays with the same and with other content. */
    public String besides() {
        return rulesChanged + " changes of the rules, " + groups + " groups, " + replays.same()
                + " requests sent again, " + replays.changed() + " with other content";
    }

    /** What they typed. */
    public KnownSecrets secrets() {
        return secrets;
    }

    private void liveOnce() {
        int turn = turns.getAndIncrement();
        String login = "person-" + turn;
        try {
            new PersonsLife(world, login, turn).live();
            complete.incrementAndGet();
        } catch (RuntimeException e) {
            Ending ending = Ending.of(e);
            incomplete.add(new Ending(ending.wrong(), ending.how(), login + ": " + ending.said()));
        }
    }

    private void changeRules() {
        try (PolicyLog log = new PolicyLog(bootstrap)) {
            long version = -1;
            while (!isOverWithin(RULES_EVERY)) {
                Policy found = log.newerThan(version - 1, PATIENCE);
                version = found.version();
                if (world.administrator().change(found)) rulesChanged.incrementAndGet();
            }
        } catch (RuntimeException e) {
            incomplete.add(new Ending(true, "rules", String.valueOf(e.getMessage())));
        }
    }

    private void provisionGroups() {
        try {
            for (int i = 0; !isOverWithin(GROUPS_EVERY); i++) {
                directory
                        .provision(new GroupEntry("group-" + i, i == 0 ? List.of() : List.of("group-" + i / 2)))
                        .reply();
                groups.incrementAndGet();
            }
        } catch (RuntimeException e) {
            incomplete.add(new Ending(true, "groups", String.valueOf(e.getMessage())));
        }
    }

    /** A request whose id was used with other content is refused each time. */
    private static long finalReplies(FrontEnd frontEnd, UUID request) {
        return frontEnd.repliesTo(request).stream()
                .filter(reply -> !(reply.message() instanceof RequestRefused refused
                        && refused.reason() == Refusal.REQUEST_ID_REUSED))
                .count();
    }

    private boolean isOver() {
        return over.getCount() == 0;
    }

    private boolean isOverWithin(Duration time) {
        try {
            return over.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    @Override
    public void close() {
        directory.close();
        portal.close();
        console.close();
    }
}
