package io.sspr.example.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KeySequencesTests {

    private final KeySequences sequences = new KeySequences();

    @Test
    void takesMessagesOfEachKeyInTheirOrder() {
        assertThat(sequences.isNew("a", 1)).isTrue();
        assertThat(sequences.isNew("b", 1)).isTrue();
        assertThat(sequences.isNew("a", 2)).isTrue();
    }

    @Test
    void noticesThatOneIsMissing() {
        sequences.isNew("a", 1);

        assertThatThrownBy(() -> sequences.isNew("a", 3))
                .isInstanceOf(Gap.class)
                .hasMessage("Of a the log tells 3 where 2 was due.");
    }

    @Test
    void beginsWhereItsGroupLeftOff() {
        assertThat(sequences.isNew("a", 7)).isTrue();
        assertThatThrownBy(() -> sequences.isNew("a", 9)).isInstanceOf(Gap.class);
    }

    @Test
    void knowsWhatItHasReadBefore() {
        sequences.isNew("a", 7);

        assertThat(sequences.isNew("a", 7)).isFalse();
        assertThat(sequences.isNew("a", 6)).isFalse();
        assertThat(sequences.isNew("a", 8)).isTrue();
    }
}
