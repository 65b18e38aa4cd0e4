package io.sspr.messaging.handle;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Client;
import io.sspr.contract.MessageType;
import io.sspr.contract.Refusal;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.messaging.outbox.Outbox;
import io.sspr.messaging.outbox.OutboxRow;
import io.sspr.messaging.wire.RawRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class DeadLettersTests {

    private static final int LIMIT = 2_097_152;
    private static final String TOPIC = Topics.requests(Service.RESET, "portal");

    private final Outbox outbox =
            new Outbox(new JdbcTemplate(), List.of(new Client("portal", Set.of(MessageType.CANCEL_RESET))));
    private final DeadLetters letters = new DeadLetters(Service.RESET, outbox, new JdbcTemplate());

    @Test
    void keepTheRecordAndSayWhy() {
        Headers headers = new RecordHeaders().add("theirs", new byte[] {1}).add("sspr-reason", new byte[] {2});
        OutboxRow letter = letters.of(record(new byte[] {3}, headers), Refusal.MALFORMED);
        assertThat(letter.topic()).isEqualTo(Topics.dead(TOPIC, Service.RESET));
        assertThat(letter.payload()).containsExactly(3);
        assertThat(letter.headers().lastHeader("theirs").value()).containsExactly(1);
        assertThat(letter.headers().headers("sspr-reason")).hasSize(1);
        assertThat(text(letter, "sspr-offset")).isEqualTo("7");
    }

    @Test
    void areCutWhereTheirTopicWouldNotTakeThem() {
        OutboxRow letter = letters.of(record(new byte[LIMIT], new RecordHeaders()), Refusal.MALFORMED);
        assertThat(letter.size()).isEqualTo(LIMIT);
        assertThat(text(letter, "sspr-cut-from")).isEqualTo(Integer.toString(LIMIT));
        outbox.check(letter);
    }

    @Test
    void areCutEvenWhereItIsTheHeadersThatAreTooLong() {
        Headers headers = new RecordHeaders().add("long", new byte[LIMIT]);
        OutboxRow letter = letters.of(record(new byte[] {3}, headers), Refusal.MALFORMED);
        assertThat(letter.headers().lastHeader("long")).isNull();
        assertThat(text(letter, "sspr-reason")).isEqualTo("MALFORMED");
        outbox.check(letter);
    }

    private static RawRecord record(byte[] value, Headers headers) {
        return new RawRecord(TOPIC, 1, 7, Instant.EPOCH, null, value, headers);
    }

    private static String text(OutboxRow row, String header) {
        return new String(row.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }
}
