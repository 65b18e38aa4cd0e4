package io.sspr.messaging.handle;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Refusal;
import io.sspr.messaging.wire.RawRecord;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParkedRequestTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration TIME = Duration.ofSeconds(5);
    private static final RawRecord RECORD = new RawRecord("topic", 0, 0, NOW, null, null, new RecordHeaders());

    @Test
    void isTriedAFewTimesInLongerAndLongerPausesAndForTheLastTimeAtItsDeadline() {
        Instant now = NOW;
        ParkedRequest parked = park(null, now);
        StringBuilder tries = new StringBuilder();
        while (parked != null) {
            now = parked.nextTry();
            tries.append(Duration.between(NOW, now).toMillis()).append(' ');
            parked = park(parked, now);
        }
        assertThat(tries).hasToString("250 750 1750 3750 5000 ");
    }

    private static @Nullable ParkedRequest park(@Nullable ParkedRequest before, Instant now) {
        return ParkedRequest.of("flow:1", Refusal.UNKNOWN_FLOW, RECORD, before, now, TIME);
    }
}
