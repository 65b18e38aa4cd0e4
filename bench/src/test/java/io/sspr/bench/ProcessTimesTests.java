package io.sspr.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessTimesTests {

    @Test
    void readsALineWhoseNameHoldsAnything() {
        String line = "42 (a) b (c) S 7 42 42 0 -1 4194560 100 200 0 0 31 11 5 2 20 0 1 0 9 0 0";
        assertThat(ProcessTimes.Stat.of(line)).isEqualTo(new ProcessTimes.Stat(7, 42, 7));
    }
}
