package io.sspr.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The short version of the crash test. */
class TortureTests {

    @Test
    void nothingIsLostDoubledOrOutOfOrderWhileServicesAreKilled() throws Exception {
        TortureOptions options = new TortureOptions(
                Duration.ofSeconds(40),
                42,
                12,
                Duration.ofSeconds(4),
                Path.of("target", "torture-" + System.currentTimeMillis()).toAbsolutePath());
        TortureReport report = new Torture(options, System.out).run();
        report.print(System.out);
        assertThat(report.unfinished()).isEmpty();
        assertThat(report.findings()).isEmpty();
        assertThat(report.flows()).isGreaterThan(5);
        assertThat(report.kills().values().stream().mapToInt(Integer::intValue).sum())
                .isGreaterThan(4);
    }
}
