package io.sspr.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ContrastTests {

    @Test
    void isTwentyOneForBlackOnWhiteAndOneForTheSame() {
        assertThat(Contrast.between("#000000", "#ffffff")).isEqualTo(21.0, within(0.001));
        assertThat(Contrast.between("#14508c", "#14508c")).isEqualTo(1.0, within(0.001));
    }

    /** The grey that everybody knows as the lightest that is readable on white. */
    @Test
    void knowsTheEdgeOfReadableGrey() {
        assertThat(Contrast.between("#767676", "#ffffff")).isBetween(4.5, 4.6);
        assertThat(Contrast.between("#777777", "#ffffff")).isLessThan(4.5);
    }
}
