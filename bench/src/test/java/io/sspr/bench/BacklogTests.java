package io.sspr.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BacklogTests {

    private static final TopicPartition ONE = new TopicPartition("sspr.one", 0);
    private static final TopicPartition OTHER = new TopicPartition("sspr.one", 1);

    private final Backlog backlog = new Backlog();

    @Test
    void isWhatIsWrittenAndNotReadYetInEachPartition() {
        for (long offset : new long[] {4, 5, 7}) backlog.written(ONE, offset);
        backlog.written(OTHER, 4);
        backlog.readTo(ONE, 5);
        assertThat(backlog.size()).isEqualTo(3);
        assertThat(backlog.done()).isEqualTo(1);
    }

    @Test
    void isNothingWhereOnlyTheMarkOfATransactionIsLeft() {
        backlog.written(ONE, 4);
        // 5 is a mark, of which a reader of records never hears.
        backlog.readTo(ONE, 5);
        assertThat(backlog.size()).isZero();
        backlog.readTo(ONE, 6);
        assertThat(backlog.done()).isEqualTo(1);
    }
}
