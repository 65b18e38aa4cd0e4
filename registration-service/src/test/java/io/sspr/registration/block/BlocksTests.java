package io.sspr.registration.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.policy.BlockRule;
import io.sspr.contract.policy.Counted;
import io.sspr.contract.policy.Presets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlocksTests {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<BlockRule> ENTRA = Presets.entra().limits().blocks();
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void t8FiveFailedProofsWithinADayBlockForADayFromTheLast() {
        Instant last = START.plus(DAY).minusSeconds(1);
        List<Blocks.Happened> four = times(Counted.WRONG_PROOFS, START, START, START, START);
        assertThat(Blocks.until(ENTRA, four, START)).isEmpty();
        List<Blocks.Happened> five = times(Counted.WRONG_PROOFS, START, START, START, START, last);
        assertThat(Blocks.until(ENTRA, five, last)).contains(last.plus(DAY));
        assertThat(Blocks.until(ENTRA, five, last.plus(DAY).minusSeconds(1))).isPresent();
        assertThat(Blocks.until(ENTRA, five, last.plus(DAY))).isEmpty();
    }

    @Test
    void t8TheFirstOfFiveFailedProofsIsForgottenAfterADay() {
        Instant last = START.plus(DAY);
        assertThat(Blocks.until(ENTRA, times(Counted.WRONG_PROOFS, START, START, START, START, last), last))
                .isEmpty();
    }

    @Test
    void t8FiveTriesWithinAnHourBlockForADay() {
        Instant last = START.plusSeconds(3599);
        assertThat(Blocks.until(ENTRA, times(Counted.TRIES, START, START, START, START, last), last))
                .contains(last.plus(DAY));
        Instant later = START.plusSeconds(3600);
        assertThat(Blocks.until(ENTRA, times(Counted.TRIES, START, START, START, START, later), later))
                .isEmpty();
    }

    @Test
    void t8TenMailsWithinTenMinutesBlockForADay() {
        List<Blocks.Happened> ten = new ArrayList<>();
        for (int i = 0; i < 9; i++) ten.add(new Blocks.Happened(Counted.MAILS, START));
        assertThat(Blocks.until(ENTRA, ten, START)).isEmpty();
        Instant last = START.plusSeconds(599);
        ten.add(new Blocks.Happened(Counted.MAILS, last));
        assertThat(Blocks.until(ENTRA, ten, last)).contains(last.plus(DAY));
    }

    @Test
    void countsEachOnItsOwnAndHoldsTheLongest() {
        List<Blocks.Happened> mixed = new ArrayList<>(times(Counted.WRONG_PROOFS, START, START, START, START));
        mixed.addAll(times(Counted.TRIES, START, START, START, START));
        assertThat(Blocks.until(ENTRA, mixed, START)).isEmpty();
        List<BlockRule> two =
                List.of(new BlockRule(Counted.TRIES, 2, 60, 60), new BlockRule(Counted.TRIES, 2, 60, 120));
        assertThat(Blocks.until(two, mixed, START)).contains(START.plusSeconds(120));
    }

    @Test
    void isNothingWithoutRules() {
        assertThat(Blocks.until(List.of(), times(Counted.MAILS, START, START), START))
                .isEmpty();
    }

    private static List<Blocks.Happened> times(Counted counted, Instant... times) {
        List<Blocks.Happened> happened = new ArrayList<>();
        for (Instant time : times) happened.add(new Blocks.Happened(counted, time));
        return happened;
    }
}
