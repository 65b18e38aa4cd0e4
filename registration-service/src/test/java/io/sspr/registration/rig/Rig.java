package io.sspr.registration.rig;

import io.sspr.contract.ContractJson;
import io.sspr.contract.Disclosure;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MethodKind;
import io.sspr.contract.MethodRules;
import io.sspr.contract.PasswordRules;
import io.sspr.contract.event.Event;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.seal.Assertion;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.contract.secret.Secret;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Origin;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.StaleFacts;
import io.sspr.messaging.Transactions;
import io.sspr.messaging.Work;
import io.sspr.registration.kind.RegisterProperties;
import io.sspr.registration.policy.PolicyProperties;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The service's handlers, over a real database and with the test's own clock. */
public final class Rig implements Transactions {

    private static final List<String> FEATURES = List.of(
            "account",
            "block",
            "demand",
            "dispute",
            "freeze",
            "group",
            "kind",
            "manage",
            "method",
            "notice",
            "policy",
            "protection",
            "provision",
            "register",
            "signin",
            "stepup",
            "verification");

    /** All kinds, and all else as it was before a policy could say more. */
    public static final Policy POLICY = new Policy(
            1,
            2,
            List.of(MethodKind.EMAIL, MethodKind.SMS, MethodKind.AUTHENTICATOR_APP, MethodKind.RECOVERY_CODE),
            Disclosure.STRICT,
            new PasswordRules(15, 256),
            new MethodRules(24, false));

    private final CountingDataSource dataSource;
    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Map<Class<?>, Handler<?, ?>> handlers = new HashMap<>();
    private final boolean locking;
    private volatile Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final List<Outcome> swept = new CopyOnWriteArrayList<>();

    /** With a policy for all kinds; without locks, rows alone must keep decisions apart. */
    public Rig(boolean locking) {
        this(locking, Map.of());
    }

    /** With these settings too. */
    public Rig(boolean locking, Map<String, String> settings) {
        this(locking, settings, POLICY, TestDatabase.dataSource());
    }

    /** With that policy, and so with a database of its own. */
    public Rig(Policy policy) {
        this(true, Map.of(), policy, TestDatabase.another());
    }

    /** One more instance, with connections of its own, so that it can be killed. */
    public static Rig killable(String name) {
        return new Rig(true, Map.of(), POLICY, TestDatabase.connectionsNamed(name));
    }

    private Rig(boolean locking, Map<String, String> settings, Policy policy, DataSource connections) {
        this.locking = locking;
        dataSource = new CountingDataSource(connections);
        database = JdbcClient.create(dataSource);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        putInForce(policy);
        Binder binder = new Binder(new MapConfigurationPropertySource(settings));
        context.registerBean(JdbcClient.class, () -> database);
        context.registerBean(Transactions.class, () -> this);
        context.registerBean(KeyMaterial.class, TestKeys::material);
        context.registerBean(Clock.class, () -> Clock.fixed(now, ZoneOffset.UTC));
        context.registerBean(PolicyProperties.class, () -> new PolicyProperties("safe"));
        context.registerBean(
                RegisterProperties.class, () -> binder.bindOrCreate("sspr.register", RegisterProperties.class));
        for (String feature : FEATURES) context.scan("io.sspr.registration." + feature);
        context.refresh();
        swept.clear();
        for (Handler<?, ?> handler : context.getBeansOfType(Handler.class).values())
            handlers.put(handler.handles(), handler);
    }

    /** Unless there is one. */
    private void putInForce(Policy policy) {
        database.sql("INSERT INTO policy (version, rules) VALUES (1, :rules) ON CONFLICT DO NOTHING")
                .param("rules", new String(ContractJson.write(policy.inVersion(1)), StandardCharsets.UTF_8))
                .update();
    }

    /** The usual policy with other rules for methods. */
    public static Policy policy(int quarantineHours, boolean importedCount) {
        return new Policy(
                1,
                POLICY.gates(),
                POLICY.kinds(),
                POLICY.disclosure(),
                POLICY.passwordRules(),
                new MethodRules(quarantineHours, importedCount));
    }

    /** The time that the service goes by. */
    public Instant now() {
        return now;
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** The database, to look behind the scenes. */
    public JdbcClient database() {
        return database;
    }

    /** A bean of the service. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** What was told since the last time that no message caused. */
    public List<Event> swept() {
        List<Event> events =
                swept.stream().flatMap(outcome -> outcome.events().stream()).toList();
        swept.clear();
        return events;
    }

    /** Handles a request. */
    public Outcome request(Message message, Secret secret, @Nullable Assertion person) {
        return request(UUID.randomUUID(), message, secret, person);
    }

    /** Handles a request of that id. */
    public Outcome request(UUID id, Message message, Secret secret, @Nullable Assertion person) {
        Envelope<Message> envelope = Envelope.request(id, TestKeys.PORTAL, now, message);
        return handle(new Received<>(envelope, now, TestKeys.PORTAL, person, secret));
    }

    /** Handles an event or an internal message that comes from a request of that id. */
    public Outcome message(UUID correlationId, Message message) {
        Envelope<Message> envelope = new Envelope<>(
                UUID.randomUUID(), "reset-service", now, null, null, null, correlationId, null, null, message);
        return handle(new Received<>(envelope, now, null, null, null));
    }

    /** The same of an event that happened then. */
    public Outcome message(Message message, Instant happenedAt) {
        Envelope<Message> envelope = new Envelope<>(
                UUID.randomUUID(), "reset-service", happenedAt, null, null, null, null, null, null, message);
        return handle(new Received<>(envelope, now, null, null, null));
    }

    @Override
    public void run(Origin origin, Collection<String> locks, Consumer<Work> work) {
        RecordingWork recording = new RecordingWork(now);
        transactions.executeWithoutResult(status -> {
            lock(locks);
            work.accept(recording);
        });
        swept.add(recording.outcome);
    }

    private Outcome handle(Received<Message> received) {
        Handler<?, ?> handler =
                Objects.requireNonNull(handlers.get(received.message().getClass()), () -> "nobody handles " + received);
        Outcome outcome = null;
        while (outcome == null) outcome = unlessStale(received, handler);
        return outcome;
    }

    private @Nullable Outcome unlessStale(Received<Message> received, Handler<?, ?> handler) {
        try {
            return handle(received, handler);
        } catch (StaleFacts e) {
            // To be prepared and handled again.
            return null;
        }
    }

    @SuppressWarnings("unchecked")
    private <F> Outcome handle(Received<Message> received, Handler<?, F> untyped) {
        Handler<Message, F> handler = (Handler<Message, F>) untyped;
        int before = dataSource.counted();
        int rowsBefore = dataSource.rows();
        Prepared<F> prepared = handler.prepare(received);
        RecordingWork work = new RecordingWork(now);
        if (prepared instanceof Prepared.Refuse<F> refuse)
            work.reply(new RequestRefused(null, refuse.reason(), refuse.retryAt()));
        else if (prepared instanceof Prepared.Facts<F> facts)
            transactions.executeWithoutResult(status -> {
                lock(handler.locks(received, facts.value()));
                handler.handle(received, facts.value(), work);
            });
        work.outcome.statements = dataSource.counted() - before;
        work.outcome.rows = dataSource.rows() - rowsBefore;
        return work.outcome;
    }

    private void lock(Collection<String> locks) {
        if (!locking) return;
        List<String> inOrder = locks.stream().distinct().sorted().toList();
        for (String name : inOrder)
            database.sql("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0)) IS NULL")
                    .param("name", name)
                    .query(Boolean.class)
                    .single();
    }
}
