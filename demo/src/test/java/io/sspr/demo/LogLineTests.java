package io.sspr.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.contract.request.SignIn;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.state.Account;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogLineTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123Z");
    private static final UUID ACCOUNT = UUID.fromString("0f9a3c51-0000-4000-8000-000000000001");

    @Test
    void showsWhatHappenedToWhomAndInWhichOrder() {
        PasswordChanged changed = new PasswordChanged(ACCOUNT, 3, Cause.RESET, null, false, NOW, NOW);
        String line = LogLine.of(record("sspr.password.events", ACCOUNT.toString(), ACCOUNT.toString(), 3L, changed));

        assertThat(line)
                .startsWith("sspr.password.events ")
                .contains(" 0f9a3c51 ", "sspr.password.changed.v1", "#3")
                .contains("version=3 cause=RESET mustChange=false changedAt=2026-11-22T12:00:00Z")
                .doesNotContain("0f9a3c51-");
    }

    @Test
    void showsOnlyTheSizeOfASeal() {
        String jwe = "eyJhIjoxfQ.aaaa.bbbb.cccc.dddd";
        String line = LogLine.of(record("sspr.reset.requests.portal", "k", null, null, new SignIn(new Sealed(jwe))));

        assertThat(line).contains("sealed=sealed(30 bytes)").doesNotContain(jwe);
    }

    @Test
    void showsNoTextOfAPerson() {
        Account account = new Account(ACCOUNT, "1002", "Žiga Š.", "žiga š.", "sl", false);

        assertThat(LogLine.of(record("sspr.accounts", ACCOUNT.toString(), null, null, account)))
                .contains("login=text(7)")
                .doesNotContain("Žiga", "1002");
    }

    @Test
    void standsWhatIsNoMessageAndWouldCommandATerminal() {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>("sspr.reset.events", 0, 0, bytes("\u001b[2Jkey"), bytes("nothing"));

        assertThat(LogLine.of(record))
                .contains("not a message of the contract: MALFORMED")
                .contains("?[2Jkey")
                .doesNotContain("\u001b");
    }

    private static ConsumerRecord<byte[], byte[]> record(
            String topic, String key, @Nullable String subject, @Nullable Long sequence, Message message) {
        Envelope<Message> envelope =
                new Envelope<>(new UUID(1, 1), "a-service", NOW, subject, null, sequence, null, null, null, message);
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(topic, 0, 0, bytes(key), MessageCodec.value(envelope));
        MessageCodec.headers(envelope).forEach((name, text) -> record.headers().add(name, bytes(text)));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
