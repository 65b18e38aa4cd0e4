package io.sspr.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.Client;
import io.sspr.contract.Envelope;
import io.sspr.contract.MessageType;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.event.ResetCancelled;
import io.sspr.messaging.testing.RunningPostgres;
import io.sspr.messaging.wire.HeaderBytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class OutboxTests {

    private static final String TOPIC = Topics.events(Service.RESET);

    private final DataSource dataSource = RunningPostgres.freshDatabase("classpath:db/messaging");
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    private final Outbox outbox = new Outbox(jdbc, List.of(new Client("portal", Set.of(MessageType.CANCEL_RESET))));

    @Test
    void numbersAKeyInTheOrderOfItsRowsEvenWithoutACommonLock() throws Exception {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        ExecutorService writers = Executors.newFixedThreadPool(6);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            List<Told> told = i % 2 == 0 ? List.of(told(one), told(other)) : List.of(told(other), told(one), told(one));
            done.add(writers.submit(() -> transaction.executeWithoutResult(status -> outbox.append(told, List.of()))));
        }
        for (Future<?> each : done) each.get();
        writers.shutdown();
        assertThat(sequencesByRow(one))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 300).boxed().toList());
        assertThat(sequencesByRow(other))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 200).boxed().toList());
    }

    @Test
    void leavesNoGapWhenATransactionFails() {
        UUID key = UUID.randomUUID();
        append(told(key));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    outbox.append(List.of(told(key)), List.of());
                    throw new IllegalStateException("later");
                }))
                .hasMessage("later");
        append(told(key));
        assertThat(sequencesByRow(key)).containsExactly(1L, 2L);
    }

    @Test
    void refusesWhatItsTopicWouldNotTake() {
        String topic = Topics.requests(Service.RESET, "portal");
        assertThat(outbox.limit(topic)).isEqualTo(Topics.MAX_REQUEST_BYTES);
        OutboxRow large = new OutboxRow(topic, null, new RecordHeaders(), new byte[Topics.MAX_REQUEST_BYTES]);
        assertThatThrownBy(() -> outbox.append(List.of(), List.of(large))).hasMessageContaining(topic);
        assertThat(jdbc.queryForList("select id from outbox")).isEmpty();
    }

    private void append(Told told) {
        transaction.executeWithoutResult(status -> outbox.append(List.of(told), List.of()));
    }

    private List<Long> sequencesByRow(UUID key) {
        return jdbc.query(
                "select headers from outbox where record_key = ? order by id",
                (row, n) -> Long.valueOf(new String(
                        HeaderBytes.read(row.getBytes(1))
                                .lastHeader("ce_keysequence")
                                .value(),
                        StandardCharsets.UTF_8)),
                key.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Told told(UUID subject) {
        ResetCancelled event = new ResetCancelled(subject, null);
        return Told.of(
                TOPIC, subject.toString(), Envelope.request(UUID.randomUUID(), "reset-service", Instant.now(), event));
    }
}
