package io.sspr.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimingsTests {

    @Test
    void givesValuesThatWereMeasured() {
        List<Double> hundred =
                IntStream.rangeClosed(1, 100).asDoubleStream().boxed().toList();

        assertThat(Timings.percentile(hundred, 50)).isEqualTo(50);
        assertThat(Timings.percentile(hundred, 99)).isEqualTo(99);
        assertThat(Timings.percentile(List.of(7.0), 99)).isEqualTo(7);
        assertThat(Timings.percentile(DoubleStream.of(3, 1, 2).boxed().toList(), 50))
                .isEqualTo(2);
    }

    @Test
    void printsTheStepsInTheOrderInWhichTheyCame() {
        Timings timings = new Timings();
        timings.add("second in the alphabet", 2.04);
        timings.add("first", 1);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        timings.print(new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(printed.toString(StandardCharsets.UTF_8).lines().map(String::strip))
                .satisfiesExactly(
                        header -> assertThat(header).startsWith("step").endsWith("p99 ms"),
                        line -> assertThat(line).startsWith("second in").endsWith("2.0       2.0"),
                        line -> assertThat(line).startsWith("first"));
    }
}
