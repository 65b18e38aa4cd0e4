package io.sspr.torture.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A run can be had again, and leaves nothing out. */
class FaultPlanTests {

    private static final Duration BETWEEN = Duration.ofSeconds(8);
    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    void theSameSeedHasTheSamePlanAndAnotherSeedAnother() {
        assertThat(draw(1, LONG)).isEqualTo(draw(1, LONG)).isNotEqualTo(draw(2, LONG));
    }

    @Test
    void tenMinutesHaveEveryKindOfFault() {
        for (long seed = 0; seed < 50; seed++)
            assertThat(draw(seed, LONG).stream().flatMap(List::stream).map(Fault::kind))
                    .as("seed %s", seed)
                    .contains(FaultKind.values());
    }

    @Test
    void withinALaneOneFaultIsOverBeforeTheNextBegins() {
        for (List<Fault> lane : draw(3, LONG))
            for (int i = 1; i < lane.size(); i++)
                assertThat(lane.get(i).at())
                        .isGreaterThan(lane.get(i - 1).at().plus(lane.get(i - 1).lasts()));
    }

    @Test
    void whatIsNotWantedIsNotDone() {
        Set<FaultKind> wanted = Set.of(FaultKind.KILL_DATABASE);
        assertThat(FaultPlan.draw(1, LONG, BETWEEN, wanted).stream().flatMap(List::stream))
                .isNotEmpty()
                .allMatch(fault -> fault.kind() == FaultKind.KILL_DATABASE);
    }

    private static List<List<Fault>> draw(long seed, Duration length) {
        return FaultPlan.draw(seed, length, BETWEEN, FaultPlan.everything());
    }
}
