package io.sspr.registration.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.event.CodeRejected;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.Event;
import io.sspr.contract.event.MethodLocked;
import io.sspr.registration.rig.Outcome;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.Rig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Five thousand guesses at one method, over many flows and two instances of which one is killed amid them (ATK-05). */
class GuessingFleetTests {

    private static final int ROUNDS = 100;
    private static final int KILLED_IN = 40;
    private static final int FLOWS = 5;
    private static final int GUESSES = 50;
    private static final String VICTIM = "guessing-fleet-victim";

    private final Rig surviving = new Rig(true);
    private final Rig killed = Rig.killable(VICTIM);
    private final List<People> instances = List.of(new People(surviving), new People(killed));
    private final Queue<Event> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();
    private volatile boolean isKilled;

    @Test
    void getsNoMoreComparisonsThanTheMethodAllows() throws Exception {
        UUID account = instances.get(0).provision();
        instances.get(0).withEmail(account, "ana@example.org");
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                List<Flow> flows = begin(account);
                List<Callable<Boolean>> guesses = new ArrayList<>();
                boolean killsNow = round == KILLED_IN;
                for (int i = 0; i < GUESSES; i++) {
                    int number = i;
                    guesses.add(() -> guess(flows.get(number % FLOWS), number));
                    if (killsNow && i == GUESSES / 2) guesses.add(this::kill);
                }
                for (Future<Boolean> guess : threads.invokeAll(guesses)) guess.get();
                // As long as the longest delay, so that every hour brings comparisons.
                surviving.pass(Duration.ofHours(1));
                killed.pass(Duration.ofHours(1));
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(made).hasValue(ROUNDS * GUESSES);
        assertThat(events).noneMatch(CodeVerified.class::isInstance);
        assertThat(events.stream()
                        .filter(event ->
                                event instanceof CodeRejected rejected && account.equals(rejected.accountId())))
                .hasSize(100);
        assertThat(events.stream().filter(MethodLocked.class::isInstance)).hasSize(1);
    }

    private List<Flow> begin(UUID account) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < FLOWS; i++) {
            flows.add(Flow.begin());
            instances.get(0).start(account, MethodKind.EMAIL, flows.get(i));
        }
        return flows;
    }

    /** What a killed instance did not finish is handled by the other, as the broker would have it. */
    private boolean guess(Flow flow, int number) {
        made.incrementAndGet();
        People first = instances.get(isKilled ? 0 : number % 2);
        try {
            events.addAll(first.prove(flow, "wrong").events());
        } catch (DataAccessException | TransactionException e) {
            failed.incrementAndGet();
            Outcome again = instances.get(0).prove(flow, "wrong");
            events.addAll(again.events());
        }
        return true;
    }

    private boolean kill() {
        isKilled = true;
        surviving
                .database()
                .sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = :name")
                .param("name", VICTIM)
                .query(Boolean.class)
                .list();
        return true;
    }
}
