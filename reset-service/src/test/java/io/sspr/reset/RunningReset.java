package io.sspr.reset;

import static org.awaitility.Awaitility.await;

import io.sspr.contract.Disclosure;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.MethodKind;
import io.sspr.contract.MethodRules;
import io.sspr.contract.PasswordRules;
import io.sspr.contract.Topics;
import io.sspr.contract.policy.BannedWords;
import io.sspr.contract.policy.BreachRules;
import io.sspr.contract.policy.CharacterSet;
import io.sspr.contract.policy.PasswordChecks;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.contract.state.Account;
import io.sspr.contract.state.Method;
import io.sspr.contract.state.MethodStatus;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.testing.RunningKafka;
import io.sspr.messaging.testing.RunningPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The service over a real broker and a real database, once for all tests; here is what registration-service tells it. */
public final class RunningReset {

    /** What the service takes for the time. */
    public static final TestClock CLOCK = new TestClock();

    static final KeyMaterial KEYS = new KeyMaterial(Path.of("target", "test-secrets"), Clock.systemUTC())
            .generate(List.of("portal", "feed", "console"));
    static final List<MethodKind> REGISTERED =
            Stream.of(MethodKind.values()).filter(MethodKind::isRegistered).toList();
    /** Under it resets have to wait in a flood, for there is none that sends nothing. */
    static final List<MethodKind> WEAK = List.of(MethodKind.EMAIL, MethodKind.SMS);

    /** A password on the list of breached ones, and its SHA-1. */
    static final String BREACHED = "breached breached breached";

    private static final String BREACHED_SHA1 = "96B861E64E158B67B380686A83FFF6F8501405BC";

    static final Policy ONE_METHOD = policy(1, 1);

    private static final ConfigurableApplicationContext CONTEXT = start();

    private RunningReset() {}

    /** A bean of it. */
    public static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    /** All beans of a type. */
    static <T> Collection<T> beans(Class<T> type) {
        return CONTEXT.getBeansOfType(type).values();
    }

    /** Its database. */
    public static JdbcTemplate jdbc() {
        return bean(JdbcTemplate.class);
    }

    /** Makes an account known that has a method of each kind, as registration-service would; returns when it is. */
    public static UUID account(String login) {
        return account(login, false);
    }

    /** The same of an administrator's. */
    static UUID administrator(String login) {
        return account(login, true);
    }

    private static UUID account(String login, boolean administrator) {
        return account(UUID.randomUUID(), login, administrator);
    }

    /** The same of that id. */
    static UUID account(UUID id, String login) {
        return account(id, login, false);
    }

    private static UUID account(UUID id, String login, boolean administrator) {
        tellAccount(id, login, administrator);
        for (MethodKind kind : REGISTERED) tellMethod(UUID.randomUUID(), id, kind, MethodStatus.VERIFIED);
        await().atMost(Duration.ofSeconds(20)).until(() -> knows(id));
        return id;
    }

    static void tellAccount(UUID id, String login, boolean administrator) {
        tell(Topics.ACCOUNTS, id.toString(), new Account(id, "org-" + id, login, login, "en", administrator), null);
    }

    static void tellMethod(UUID id, UUID account, MethodKind kind, MethodStatus status) {
        tell(Topics.METHODS, id.toString(), new Method(id, account, kind, status, null), null);
    }

    /** Puts other rules in force and waits for them. */
    public static void tellPolicy(Policy policy) {
        tell(Topics.POLICY, policy.key(), policy, null);
        String version = "%\"version\":" + policy.version() + ",%";
        await().atMost(Duration.ofSeconds(20))
                .until(() -> count("select count(*) from known_policy where policy like ?", version) == 1);
    }

    static Policy policy(long version, int gates) {
        return policy(version, gates, REGISTERED);
    }

    static Policy policy(long version, int gates, List<MethodKind> kinds) {
        return new Policy(
                version, gates, kinds, Disclosure.STRICT, new PasswordRules(15, 256), new MethodRules(72, false));
    }

    /** The same rules with other checks of passwords. */
    static Policy checking(Policy policy, PasswordChecks checks) {
        return APolicy.like(policy).checks(checks).policy();
    }

    /** Former passwords that must not be used again, and no other check. */
    static PasswordChecks history(int onChange, int onReset) {
        return new PasswordChecks(
                15,
                0,
                CharacterSet.UNICODE,
                true,
                onChange,
                onReset,
                new BannedWords(false, false, List.of(), List.of()),
                BreachRules.NONE);
    }

    /** Says something in the name of registration-service. */
    static void tell(String topic, String key, Message message, @Nullable UUID correlationId) {
        Envelope<Message> envelope = new Envelope<>(
                UUID.randomUUID(),
                "registration-service",
                Clock.systemUTC().instant(),
                key,
                null,
                null,
                correlationId,
                null,
                null,
                message);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), MessageCodec.value(envelope));
        MessageCodec.headers(envelope)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        RunningKafka.send(record);
    }

    static int count(String sql, Object... parameters) {
        Integer count = jdbc().queryForObject(sql, Integer.class, parameters);
        return count == null ? 0 : count;
    }

    private static boolean knows(UUID id) {
        return count("select count(*) from known_accounts where account_id = ?", id) == 1
                && count("select count(*) from known_methods where account_id = ?", id) == REGISTERED.size();
    }

    private static ConfigurableApplicationContext start() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", 0);
        properties.put("spring.datasource.url", RunningPostgres.freshDatabase());
        properties.put("spring.datasource.username", "postgres");
        properties.put("spring.kafka.bootstrap-servers", RunningKafka.servers());
        properties.put("sspr.secrets", "target/test-secrets");
        properties.put("sspr.messaging.create-topics", "true");
        properties.put("sspr.reset.breached.file", breachFile().toString());
        properties.put("sspr.messaging.park-time", "2s");
        properties.put(
                "sspr.clients.portal.requests",
                "REQUEST_RESET,REQUEST_UNLOCK,CHOOSE_METHOD,SUBMIT_NEW_PASSWORD,CANCEL_RESET,CONTACT_ADMINISTRATOR,"
                        + "DISPUTE_RESET,SIGN_IN,CHANGE_PASSWORD,CHECK_PASSWORD");
        properties.put("sspr.clients.console.requests", "START_RESET_FOR,UNBLOCK");
        properties.put("sspr.clients.feed.requests", "IMPORT_CREDENTIAL");
        return ResetServiceApplication.builder()
                .initializers(context -> register((GenericApplicationContext) context))
                .run(properties.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new));
    }

    /** With one password in it; never looked at unless a policy says so. */
    private static Path breachFile() {
        try {
            Path file = Files.createTempFile("breached", ".txt");
            return Files.writeString(file, BREACHED_SHA1 + ":3\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void register(GenericApplicationContext context) {
        context.registerBean("clock", Clock.class, () -> CLOCK);
        context.registerBean(WatchedDataSource.class);
    }
}
