package io.sspr.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DistributionsTests {

    @Test
    void theDistanceIsTheLargestGapBetweenTheTwoStaircases() {
        assertThat(Distributions.distance(List.of(1.0, 2.0, 3.0), List.of(3.0, 1.0, 2.0)))
                .isZero();
        assertThat(Distributions.distance(List.of(1.0, 2.0), List.of(3.0, 4.0))).isEqualTo(1);
        assertThat(Distributions.distance(List.of(1.0, 2.0, 3.0, 4.0), List.of(3.0, 4.0, 5.0, 6.0)))
                .isEqualTo(0.5);
    }

    @Test
    void theProbabilityIsThatOfTheKolmogorovDistribution() {
        // Its quantiles: 1.22385 for 0.10, 1.35810 for 0.05, 1.62762 for 0.01.
        assertThat(Distributions.probability(1.22385)).isCloseTo(0.10, within(1e-4));
        assertThat(Distributions.probability(1.35810)).isCloseTo(0.05, within(1e-4));
        assertThat(Distributions.probability(1.62762)).isCloseTo(0.01, within(1e-4));
        assertThat(Distributions.probability(0)).isEqualTo(1);
    }
}
