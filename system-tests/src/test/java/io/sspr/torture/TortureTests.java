package io.sspr.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.torture.fault.FaultKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The short version of the crash test: one instance of each service, for there are other tests to be run. */
class TortureTests {

    @Test
    void nothingIsLostDoubledOrOutOfOrderWhileTheirPartsAreKilled() throws Exception {
        TortureOptions options = new TortureOptions(
                Duration.ofSeconds(20),
                42,
                6,
                Duration.ofSeconds(3),
                Set.of(FaultKind.KILL_SERVICE, FaultKind.KILL_RELAY, FaultKind.KILL_LEADER, FaultKind.KILL_DATABASE),
                1,
                false,
                false,
                Path.of("target", "torture-" + System.currentTimeMillis()).toAbsolutePath());
        TortureReport report = new Torture(options, System.out).run();
        report.print(System.out);
        assertThat(report.isClean()).isTrue();
        assertThat(report.flows()).isGreaterThan(5);
        // Whether somebody relays just then is up to the machine.
        assertThat(report.faults())
                .containsKeys(FaultKind.KILL_SERVICE, FaultKind.KILL_LEADER, FaultKind.KILL_DATABASE);
    }
}
