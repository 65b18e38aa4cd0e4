package io.sspr.registration.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.Event;
import io.sspr.contract.event.MethodLocked;
import io.sspr.registration.rig.Outcome;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.Rig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final AtomicInteger made = new AtomicInteger();
    private volatile boolean isKilled;

    @Test
    void getsNoMoreComparisonsThanTheMethodAllows() throws Exception {
        UUID account = instances.get(0).provision();
        UUID email = instances.get(0).withEmail(account, "ana@example.org");
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Map<Flow, String> codes = begin(account);
                List<Flow> flows = List.copyOf(codes.keySet());
                List<Callable<Boolean>> guesses = new ArrayList<>();
                boolean killsNow = round == KILLED_IN;
                for (int i = 0; i < GUESSES; i++) {
                    int number = i;
                    guesses.add(() -> guess(flows.get(number % FLOWS), number));
                    if (killsNow && i == GUESSES / 2) guesses.add(this::kill);
                }
                for (Future<Boolean> guess : threads.invokeAll(guesses)) guess.get();
                // What was open when the method was locked goes on, but not even its right code proves anything.
                if (isLocked())
                    codes.forEach((flow, code) -> take(instances.get(0).prove(flow, code)));
                // As long as the longest delay, so that every hour brings comparisons.
                surviving.pass(Duration.ofHours(1));
                killed.pass(Duration.ofHours(1));
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(made).hasValue(ROUNDS * GUESSES);
        assertThat(events).noneMatch(CodeVerified.class::isInstance);
        assertThat(surviving
                        .database()
                        .sql("SELECT wrong_in_a_row FROM proof_counters WHERE counted_as = :email")
                        .param("email", email)
                        .query(Integer.class)
                        .single())
                .isEqualTo(100);
        assertThat(events.stream().filter(MethodLocked.class::isInstance)).hasSize(1);
    }

    private Map<Flow, String> begin(UUID account) {
        Map<Flow, String> codes = new LinkedHashMap<>();
        for (int i = 0; i < FLOWS; i++) {
            Flow flow = Flow.begin();
            Outcome started = instances.get(0).start(account, MethodKind.EMAIL, flow);
            codes.put(flow, People.letter(started).code());
        }
        return codes;
    }

    private boolean isLocked() {
        return events.stream().anyMatch(MethodLocked.class::isInstance);
    }

    private void take(Outcome outcome) {
        events.addAll(outcome.events());
    }

    /** What a killed instance did not finish is handled by the other, as the broker would have it. */
    private boolean guess(Flow flow, int number) {
        made.incrementAndGet();
        People first = instances.get(isKilled ? 0 : number % 2);
        try {
            take(first.prove(flow, "wrong"));
        } catch (DataAccessException | TransactionException e) {
            take(instances.get(0).prove(flow, "wrong"));
        }
        return true;
    }

    private boolean kill() {
        isKilled = true;
        List<Boolean> cut = surviving
                .database()
                .sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = :name")
                .param("name", VICTIM)
                .query(Boolean.class)
                .list();
        assertThat(cut).isNotEmpty();
        return true;
    }
}
