package io.sspr.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortionsTests {

    @Test
    void comeToTheSameInSumAndDifferByOneAtMost() {
        Portions portions = new Portions(2.6);
        int[] sizes = IntStream.range(0, 1000).map(i -> portions.next()).toArray();
        assertThat(IntStream.of(sizes).sum()).isEqualTo(2600);
        assertThat(sizes).containsOnly(2, 3);
    }

    @Test
    void mayBeEmptyWhereThereIsLessThanOneEach() {
        Portions portions = new Portions(0.5);
        assertThat(IntStream.range(0, 4).map(i -> portions.next()).toArray()).containsExactly(0, 1, 0, 1);
    }
}
