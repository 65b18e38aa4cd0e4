package io.sspr.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RatesTests {

    @Test
    void areBySecondAndNeverWithoutEnd() {
        assertThat(Rates.perSecond(300, 2_000_000_000L)).isEqualTo(150);
        assertThat(Rates.perSecond(3, 0)).isEqualTo(3000);
    }
}
