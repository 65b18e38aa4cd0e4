package io.sspr.notification.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.notification.testing.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BudgetsIntegrationTests {

    private final Budgets budgets = RunningService.bean(Budgets.class);
    private final Instant start = Instant.now();
    private final String mailbox = UUID.randomUUID() + "@example.org";

    private boolean spend(Duration after) {
        // Another account each time, so that only the destination counts.
        return budgets.spend(budgets.spending(mailbox, UUID.randomUUID()), start.plus(after));
    }

    @Test
    void aPlaceIsFreeAgainWhenTheHourIsOver() {
        assertThat(List.of(spend(Duration.ZERO), spend(Duration.ofMinutes(20)), spend(Duration.ofMinutes(40))))
                .containsOnly(true);
        assertThat(spend(Duration.ofMinutes(59))).isFalse();
        assertThat(spend(Duration.ofMinutes(66))).isTrue();
        assertThat(spend(Duration.ofMinutes(67))).isFalse();
    }

    @Test
    void noHourAndNoDayEverSeesMoreThanItsLimitHoweverTheyAreCut() {
        List<Instant> granted = new ArrayList<>();
        for (Duration after = Duration.ZERO; after.toHours() < 30; after = after.plusMinutes(7))
            if (spend(after)) granted.add(start.plus(after));

        assertThat(granted).hasSizeGreaterThan(10);
        assertThat(mostWithin(granted, Duration.ofHours(1))).isEqualTo(3);
        assertThat(mostWithin(granted, Duration.ofDays(1))).isEqualTo(10);
    }

    private static long mostWithin(List<Instant> granted, Duration window) {
        return granted.stream()
                .mapToLong(first -> granted.stream()
                        .filter(one -> !one.isBefore(first) && one.isBefore(first.plus(window)))
                        .count())
                .max()
                .orElse(0);
    }

    @Test
    void decoysTakeNothingFromAnybody() {
        UUID account = UUID.randomUUID();
        for (int code = 0; code < 3; code++) budgets.spend(budgets.decoy(UUID.randomUUID()), start);
        Spending real = budgets.spending(mailbox, account);
        Spending decoy = budgets.decoy(account);

        assertThat(decoy.all()).isNotEqualTo(real.all());
        assertThat(decoy.destination()).isNotEqualTo(real.destination());
        assertThat(budgets.spend(real, start)).isTrue();
    }

    @Test
    void whatIsCountedCannotBeRead() {
        spend(Duration.ZERO);

        assertThat(RunningService.database()
                        .sql("select counter from budgets")
                        .query(String.class)
                        .list())
                .noneMatch(counter -> counter.contains("example"));
    }
}
