package io.sspr.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sspr.contract.Client;
import io.sspr.messaging.broker.ClientSettings;
import io.sspr.messaging.observe.RelayHealth;
import io.sspr.messaging.outbox.Outbox;
import io.sspr.messaging.outbox.OutboxRow;
import io.sspr.messaging.relay.RelayStatus.State;
import io.sspr.messaging.testing.RunningKafka;
import io.sspr.messaging.testing.RunningPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The log holds each row once and in order, whatever is killed. */
class RelayTests {

    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private final String topic = "relay-" + UUID.randomUUID();
    private final String checkpoints = topic + "-checkpoints";
    private final DataSource dataSource = RunningPostgres.freshDatabase("classpath:db/messaging");
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    private final Outbox outbox = new Outbox(jdbc, List.<Client>of());
    private final List<Relay> relays = new ArrayList<>();

    @BeforeAll
    static void letRelaysDie() {
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    @BeforeEach
    void createTopics() {
        RunningKafka.create(List.of(new NewTopic(topic, 3, (short) 1), checkpointTopic()));
    }

    @AfterEach
    void stopRelays() {
        relays.forEach(Relay::stop);
    }

    @Test
    void publishesInOrder() {
        append("key", "1", "2", "3");
        relay(step -> {});
        append("key", "4");
        await().until(() -> published().size() == 4);
        assertThat(published()).containsExactly("1", "2", "3", "4");
        await().until(() -> waiting() == 0);
    }

    @ParameterizedTest
    @EnumSource(RelayStep.class)
    void publishesEachRowOnceWhenARelayDies(RelayStep when) {
        AtomicInteger passes = new AtomicInteger();
        append("key", "1", "2");
        Relay first = relay(step -> {
            if (step == when && passes.incrementAndGet() == (when == RelayStep.FENCED ? 1 : 2)) throw new Killed();
        });
        append("key", "3", "4");
        await().until(() -> {
            append("key", "more");
            return first.status().state() == State.STOPPED;
        });
        relay(step -> {});
        append("key", "5");
        await().until(() -> waiting() == 0);
        List<String> published = published();
        assertThat(published).startsWith("1", "2", "3", "4").endsWith("5");
        assertThat(published.stream().filter(value -> !value.equals("more"))).doesNotHaveDuplicates();
        assertThat(published).hasSize((int) appended());
    }

    @ParameterizedTest
    @EnumSource(names = {"READ", "SENT", "COMMITTED"})
    void fencesARelayThatHangsAndComesBack(RelayStep where) throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch comesBack = new CountDownLatch(1);
        AtomicBoolean once = new AtomicBoolean();
        append("key", "1", "2");
        Relay hung = relay(step -> {
            if (step == where && once.compareAndSet(false, true)) {
                hangs.countDown();
                awaitUninterrupted(comesBack);
            }
        });
        hangs.await();
        relay(step -> {});
        append("key", "3");
        await().until(() -> waiting() == 0);
        comesBack.countDown();
        await().until(() -> hung.status().state() == State.STANDBY);
        append("key", "4");
        await().until(() -> waiting() == 0);
        assertThat(published()).containsExactly("1", "2", "3", "4");
    }

    @Test
    void keepsTheOrderOfEachKeyWhileRelaysAreKilledAllTheTime() throws Exception {
        int keys = 5;
        int mostKills = 15;
        AtomicInteger kills = new AtomicInteger();
        AtomicInteger each = new AtomicInteger();
        // Writes for as long as relays die, so that every one of them dies at work.
        Thread writer = new Thread(() -> {
            while (kills.get() < mostKills) {
                int n = each.getAndIncrement();
                for (int key = 0; key < keys; key++) append("k" + key, key + ":" + n);
            }
        });
        writer.start();
        Iterator<RelayStep> deaths = Stream.generate(() -> List.of(RelayStep.values()))
                .flatMap(List::stream)
                .iterator();
        while (writer.isAlive() || waiting() > 0) {
            relays.removeIf(relay -> relay.status().state() == State.STOPPED);
            while (relays.size() < 2) relay(mortal(deaths.next(), kills, mostKills));
            // Nothing to wait for but death.
            new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        }
        List<String> published = published();
        assertThat(kills.get()).isEqualTo(mostKills);
        assertThat(published).hasSize(keys * each.get()).doesNotHaveDuplicates();
        for (int key = 0; key < keys; key++) {
            String prefix = key + ":";
            assertThat(published.stream()
                            .filter(value -> value.startsWith(prefix))
                            .map(value -> Integer.valueOf(value.substring(2))))
                    .isSorted();
        }
    }

    /** Dies at that step after some batches, unless enough have died. */
    private static Consumer<RelayStep> mortal(RelayStep fatal, AtomicInteger kills, int mostKills) {
        AtomicInteger left = new AtomicInteger(
                fatal == RelayStep.FENCED ? 1 : ThreadLocalRandom.current().nextInt(1, 6));
        return step -> {
            if (step != fatal || left.decrementAndGet() > 0) return;
            if (kills.getAndUpdate(so -> Math.min(so + 1, mostKills)) < mostKills) throw new Killed();
        };
    }

    @Test
    void publishesALateCommitterEvenIfItsIdsAreOlder() throws Exception {
        relay(step -> {});
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread slow = new Thread(() -> transaction.executeWithoutResult(status -> {
            outbox.append(List.of(), List.of(row("slow", "first id")));
            written.countDown();
            awaitUninterrupted(goOn);
        }));
        slow.start();
        written.await();
        append("fast", "second id");
        await().until(() -> published().equals(List.of("second id")));
        goOn.countDown();
        slow.join();
        await().until(() -> published().size() == 2);
    }

    @Test
    void stopsOnADatabaseThatWasRestoredFromAnOlderState() {
        publishOneAndStop();
        publishOneAndStop();
        jdbc.update("update relay_lease set batch = batch - 2, epoch = epoch - 2");
        assertThat(stopped()).contains("restored from an older state");
    }

    @Test
    void stopsOnADatabaseThatLacksTheRowsOfTheLastBatch() {
        publishOneAndStop();
        jdbc.update("update relay_lease set batch = batch - 1");
        assertThat(stopped()).contains("restored from an older state");
    }

    @Test
    void stopsOnAnotherDatabase() {
        publishOneAndStop();
        jdbc.update("update relay_lease set database_id = gen_random_uuid()");
        assertThat(stopped()).contains("one of the two was exchanged");
    }

    @Test
    void stopsOnALogWithoutItsCheckpoint() throws Exception {
        publishOneAndStop();
        try (Admin admin = RunningKafka.admin()) {
            admin.deleteTopics(List.of(checkpoints)).all().get();
        }
        RunningKafka.create(List.of(checkpointTopic()));
        assertThat(stopped()).contains("no checkpoint");
    }

    @Test
    void namesTheRowThatTheBrokerRefusesAndPublishesNothingAfterItUntilItIsMended() throws Exception {
        String narrow = topic + "-narrow";
        RunningKafka.create(List.of(new NewTopic(narrow, 1, (short) 1).configs(Map.of("max.message.bytes", "1000"))));
        append("key", "1");
        OutboxRow large = row("key", "x".repeat(3000));
        outbox.append(List.of(), List.of(new OutboxRow(narrow, large.key(), large.headers(), large.payload())));
        append("key", "2");
        Long culprit = jdbc.queryForObject("select id from outbox where topic = ?", Long.class, narrow);
        Relay relay = relay(step -> {});
        await().until(() -> relay.status().state() == State.BLOCKED);
        assertThat(relay.status().sentence()).contains("outbox row " + culprit + " for " + narrow, "RecordTooLarge");
        await().until(() -> published().equals(List.of("1")));

        try (Admin admin = RunningKafka.admin()) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, narrow);
            AlterConfigOp raise =
                    new AlterConfigOp(new ConfigEntry("max.message.bytes", "10000"), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(resource, List.of(raise)))
                    .all()
                    .get();
        }
        await().until(() -> relay.status().state() == State.LEADING);
        assertThat(published()).containsExactly("1", "2");
        assertThat(RunningKafka.read(narrow)).hasSize(1);
    }

    @Test
    void isNotHealthyWhileARowWaitsTooLong() {
        CountDownLatch goOn = new CountDownLatch(1);
        Relay relay = relay(step -> {
            if (step == RelayStep.READ) awaitUninterrupted(goOn);
        });
        RelayHealth health = new RelayHealth(relay, jdbc, Duration.ofSeconds(30));
        await().until(() -> isUp(health));
        append("key", "1");
        assertThat(isUp(health)).isTrue();
        jdbc.update("update outbox set created_at = now() - interval '31 s'");
        assertThat(isUp(health)).isFalse();
        goOn.countDown();
        await().until(() -> isUp(health));
    }

    @Test
    void goesOnAfterTheDatabaseWasAway() {
        Relay relay = relay(step -> {});
        append("key", "1");
        await().until(() -> published().size() == 1);
        RunningPostgres.terminateConnections();
        // The pool hands out connections of before until it has found each of them dead; nothing was committed on
        // those.
        await().ignoreExceptionsMatching(e -> e instanceof DataAccessException || e instanceof TransactionException)
                .untilAsserted(() -> append("key", "2"));
        await().until(() -> published().size() == 2);
        assertThat(published()).containsExactly("1", "2");
        await().until(() -> relay.status().state() == State.LEADING);
    }

    private static boolean isUp(RelayHealth indicator) {
        Health health = indicator.health();
        return health != null && health.getStatus().equals(Status.UP);
    }

    private Relay relay(Consumer<RelayStep> steps) {
        Map<String, Object> servers = Map.of("bootstrap.servers", RunningKafka.servers());
        ClientSettings settings = new ClientSettings(servers, servers, servers);
        RelayPlan plan = new RelayPlan(
                topic,
                checkpoints,
                settings.transactionalWriter(topic),
                settings.plainReader(),
                50,
                Duration.ofSeconds(1));
        Relay relay = new Relay(plan, dataSource, new RelayMeters(new SimpleMeterRegistry()), steps);
        relays.add(relay);
        relay.start();
        return relay;
    }

    private void publishOneAndStop() {
        Relay relay = relay(step -> {});
        append("key", "value");
        await().until(() -> waiting() == 0);
        relay.stop();
        relays.clear();
    }

    private String stopped() {
        append("key", "never");
        long before = published().size();
        Relay relay = relay(step -> {});
        await().until(() -> relay.status().state() == State.STOPPED);
        assertThat(published()).hasSize((int) before);
        assertThat(waiting()).isEqualTo(1);
        return relay.status().sentence();
    }

    private void append(String key, String... values) {
        transaction.executeWithoutResult(status -> {
            for (String value : values) outbox.append(List.of(), List.of(row(key, value)));
        });
    }

    private OutboxRow row(String key, String value) {
        return new OutboxRow(
                topic,
                key.getBytes(StandardCharsets.UTF_8),
                new RecordHeaders(),
                value.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> published() {
        return RunningKafka.read(topic).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private long waiting() {
        Long count = jdbc.queryForObject("select count(*) from outbox", Long.class);
        return count == null ? 0 : count;
    }

    private long appended() {
        Long last = jdbc.queryForObject("select last_value from outbox_id_seq", Long.class);
        return last == null ? 0 : last;
    }

    private NewTopic checkpointTopic() {
        return new NewTopic(checkpoints, 1, (short) 1).configs(Map.of("cleanup.policy", "compact"));
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
