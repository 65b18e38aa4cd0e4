package io.sspr.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.audit.database.DatabaseAccess;
import io.sspr.audit.finding.CannotCheck;
import io.sspr.audit.finding.Finding;
import io.sspr.audit.finding.FindingCode;
import io.sspr.contract.Client;
import io.sspr.contract.ContractJson;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.MessageType;
import io.sspr.contract.Refusal;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.PolicyChanged;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.reply.NothingToDo;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.request.ConfirmMethods;
import io.sspr.contract.request.ReportSignIn;
import io.sspr.contract.request.Request;
import io.sspr.messaging.testing.RunningKafka;
import io.sspr.messaging.testing.RunningPostgres;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A log beside the database of a service, and requests beside their replies. */
class WithDatabasesIntegrationTests {

    static final Set<FindingCode> SHOWN = EnumSet.of(
            FindingCode.EVENT_LOST,
            FindingCode.EVENT_UNKNOWN_TO_DATABASE,
            FindingCode.VERSION_NOT_ON_LOG,
            FindingCode.VERSION_NOT_IN_DATABASE,
            FindingCode.OUTBOX_STUCK,
            FindingCode.PARKED_STUCK,
            FindingCode.POSITION_IMPOSSIBLE,
            FindingCode.REQUEST_UNANSWERED,
            FindingCode.REQUEST_ANSWERED_TWICE,
            FindingCode.REPLY_UNASKED);

    private static final Client PORTAL = new Client("portal", Set.of(MessageType.REPORT_SIGN_IN));

    @TempDir
    private static Path directory;

    private static Somebody one;
    private static String url = "";

    private final List<Finding> found = new ArrayList<>();

    @BeforeAll
    static void writeLog() throws Exception {
        RunningKafka.deleteAllTopics();
        RunningKafka.create(Topics.all(List.of(PORTAL)).stream()
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()))
                .toList());
        Stories stories = new Stories(Instant.parse("2026-11-01T08:00:00Z"), RunningKafka::send);
        stories.tell(new PolicyChanged(null, Presets.safe().inVersion(1)));
        one = new Somebody(stories).settle();
        one.password(Cause.CHANGED, null);
    }

    @AfterAll
    static void leaveNoTopics() {
        RunningKafka.deleteAllTopics();
    }

    @BeforeEach
    void database() throws Exception {
        url = RunningPostgres.freshDatabase();
        try (InputStream tables =
                Objects.requireNonNull(getClass().getResourceAsStream("/db/messaging/V1__create_messaging.sql"))) {
            execute(new String(tables.readAllBytes(), StandardCharsets.UTF_8));
        }
        execute("create table credentials (account_id uuid primary key, version bigint not null)");
        execute("insert into credentials values ('" + one.id + "', 2)");
        number(Topics.PASSWORD_EVENTS, 2);
        number(Topics.events(Service.RESET), 1);
        execute("insert into key_sequences select 'sspr.registration.events', record_key, 7 from key_sequences"
                + " where topic = 'sspr.password.events'");
        execute("insert into key_sequences values ('sspr.registration.events', '" + PolicyChanged.POLICY_ID + "', 1)");
    }

    private static void number(String topic, long last) throws SQLException {
        execute("insert into key_sequences values ('" + topic + "', '" + one.id + "', " + last + ")");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<FindingCode> check(boolean requests) throws CannotCheck {
        found.clear();
        DatabaseAccess access = new DatabaseAccess(Service.RESET, url, "postgres", "postgres");
        Audit.run(
                new AuditSettings(
                        Map.of("bootstrap.servers", RunningKafka.servers()),
                        requests,
                        List.of(access),
                        true,
                        directory,
                        null,
                        null),
                found::add);
        // Of registration-service's own events no database was given; what it numbered stands in this one.
        return found.stream()
                .filter(finding -> !finding.sentence().contains("sspr.notification.events"))
                .map(Finding::code)
                .toList();
    }

    @Test
    void whatAgreesIsClean() throws Exception {
        assertThat(check(false)).as("%s", found).isEmpty();
    }

    @Test
    void aCredentialAheadOfTheLogIsFound() throws Exception {
        execute("update credentials set version = 3");
        assertThat(check(false)).containsExactly(FindingCode.VERSION_NOT_ON_LOG);
    }

    @Test
    void aLogAheadOfTheCredentialIsFound() throws Exception {
        execute("update credentials set version = 1");
        assertThat(check(false)).containsExactly(FindingCode.VERSION_NOT_IN_DATABASE);
    }

    @Test
    void theLastEventsThatNeverCameAreFound() throws Exception {
        execute("update key_sequences set last = last + 1 where topic = 'sspr.password.events'");
        assertThat(check(false)).containsExactly(FindingCode.EVENT_LOST);
    }

    @Test
    void eventsThatNobodyNumberedAreFound() throws Exception {
        execute("update key_sequences set last = last - 1 where topic = 'sspr.password.events'");
        assertThat(check(false)).containsExactly(FindingCode.EVENT_UNKNOWN_TO_DATABASE);
    }

    @Test
    void whatIsLeftToTellIsFound() throws Exception {
        execute("insert into outbox (topic, headers) values ('sspr.reset.events', '')");
        execute("""
            insert into parked (awaited, otherwise, deadline, next_try, tries, topic, partition, log_offset,
                   appended_at, headers)
            values ('x', 'x', now(), now(), 1, 'x', 0, 0, now(), '')\
            """);
        assertThat(check(false)).containsExactly(FindingCode.OUTBOX_STUCK, FindingCode.PARKED_STUCK);
    }

    @Test
    void aPositionBeyondTheLogIsFound() throws Exception {
        execute("insert into positions values ('sspr.registration.events', 0, 1000000)");
        assertThat(check(false)).containsExactly(FindingCode.POSITION_IMPOSSIBLE);
    }

    @Test
    void eachRequestHasOneReply() throws Exception {
        UUID answered = request();
        reply(answered);
        UUID unanswered = request();
        UUID twice = request();
        reply(twice);
        reply(twice);
        UUID unasked = UUID.randomUUID();
        reply(unasked);
        check(true);
        assertThat(about(answered)).isEmpty();
        assertThat(about(unanswered)).containsExactly(FindingCode.REQUEST_UNANSWERED);
        assertThat(about(twice)).containsExactly(FindingCode.REQUEST_ANSWERED_TWICE);
        assertThat(about(unasked)).containsExactly(FindingCode.REPLY_UNASKED);
    }

    @Test
    void aRequestThatIsSentAgainHasNoSecondReplyAndOneOfOtherContentIsRefusedEachTime() throws Exception {
        UUID again = request();
        request(again, sample());
        reply(again);
        request(again, new ConfirmMethods(sample().sealed()));
        reply(again, new RequestRefused(null, Refusal.REQUEST_ID_REUSED, null));
        check(true);
        assertThat(about(again)).isEmpty();
        request(again, new ConfirmMethods(sample().sealed(), sample().sealed()));
        check(true);
        assertThat(about(again)).containsExactly(FindingCode.REQUEST_UNANSWERED);
    }

    private List<FindingCode> about(UUID request) {
        return found.stream()
                .filter(finding -> finding.sentence().contains(request.toString()))
                .map(Finding::code)
                .toList();
    }

    private static UUID request() throws Exception {
        UUID id = UUID.randomUUID();
        request(id, sample());
        return id;
    }

    private static void request(UUID id, Request request) {
        send(Topics.requests(Service.REGISTRATION, "portal"), Envelope.request(id, "portal", Instant.now(), request));
    }

    private static ReportSignIn sample() throws Exception {
        String name = "/io/sspr/contract/samples/" + MessageType.REPORT_SIGN_IN.wireName() + ".json";
        try (InputStream sample = Objects.requireNonNull(ReportSignIn.class.getResourceAsStream(name))) {
            String value = JsonMapper.shared()
                    .readTree(sample.readAllBytes())
                    .get("value")
                    .toString();
            return ContractJson.read(value.getBytes(StandardCharsets.UTF_8), ReportSignIn.class);
        }
    }

    private static void reply(UUID request) {
        reply(request, new NothingToDo());
    }

    private static void reply(UUID request, Reply reply) {
        send(
                Topics.replies("portal"),
                new Envelope<>(
                        UUID.randomUUID(),
                        Service.REGISTRATION.principal(),
                        Instant.now(),
                        null,
                        null,
                        null,
                        request,
                        request,
                        null,
                        reply));
    }

    private static void send(String topic, Envelope<? extends Message> envelope) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, MessageCodec.value(envelope));
        MessageCodec.headers(envelope)
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        RunningKafka.send(record);
    }
}
