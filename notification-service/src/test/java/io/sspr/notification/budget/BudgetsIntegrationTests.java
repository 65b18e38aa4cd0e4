package io.sspr.notification.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Purpose;
import io.sspr.contract.policy.MessageLimits;
import io.sspr.notification.contact.Address;
import io.sspr.notification.contact.Channel;
import io.sspr.notification.contact.Destination;
import io.sspr.notification.contact.Phone;
import io.sspr.notification.testing.PolicyInForce;
import io.sspr.notification.testing.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BudgetsIntegrationTests {

    private final Budgets budgets = RunningService.bean(Budgets.class);
    private final Counters counters = RunningService.bean(Counters.class);
    private final Instant start = Instant.now();
    private final Destination mailbox =
            Address.parse(UUID.randomUUID() + "@example.org").orElseThrow();
    private final Destination phone = Phone.parse("+43 664 1234567").orElseThrow();

    private boolean spend(Duration after) {
        // Another account each time, so that only the destination counts.
        return budgets.spend(counters.code(mailbox, UUID.randomUUID(), "portal", Purpose.RESET), start.plus(after));
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
    void aLimitThatThePolicyChangesHoldsFromTheNextMessageOn() {
        for (int code = 0; code < 3; code++) assertThat(spend(Duration.ZERO)).isTrue();
        assertThat(spend(Duration.ZERO)).isFalse();

        PolicyInForce.messages(new MessageLimits(4, 10, 5, 20, 100_000, 100_000, 20, 500, 5000, 10, 30))
                .during(() -> {
                    assertThat(spend(Duration.ZERO)).isTrue();
                    assertThat(spend(Duration.ZERO)).isFalse();
                });
        PolicyInForce.messages(new MessageLimits(20, 4, 5, 20, 100_000, 100_000, 20, 500, 5000, 10, 30))
                .during(() -> {
                    assertThat(spend(Duration.ofHours(3))).isFalse();
                });
        assertThat(spend(Duration.ofHours(3))).isTrue();
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
    void decoysTakeNothingFromAnybodyAndCountAsManyTimes() {
        UUID account = UUID.randomUUID();
        for (Channel channel : Channel.values()) {
            Spending real = counters.code(channel == Channel.MAIL ? mailbox : phone, account, "portal", Purpose.RESET);
            Spending decoy = counters.decoy(channel, account, "portal");

            assertThat(decoy.shares()).hasSameSizeAs(real.shares());
            Set<String> shared = new TreeSet<>(decoy.counters());
            shared.retainAll(real.counters());
            assertThat(shared).isEmpty();
            assertThat(decoy.country()).isNotEqualTo(real.country());
        }
    }

    @Test
    void atk11_mailsAndTextsAreCountedApartSoThatTheOtherMethodsStay() {
        UUID account = UUID.randomUUID();
        for (int code = 0; code < 5; code++)
            budgets.spend(
                    counters.code(
                            Address.parse(code + "." + account + "@example.org").orElseThrow(),
                            account,
                            "portal",
                            Purpose.RESET),
                    start);

        assertThat(budgets.spend(counters.code(mailbox, account, "portal", Purpose.RESET), start))
                .isFalse();
        assertThat(budgets.spend(counters.code(phone, account, "portal", Purpose.RESET), start))
                .isTrue();
    }

    @Test
    void atk11_codesOfAdministratorsAreCountedApartAndWithinTheSameLimits() {
        UUID account = UUID.randomUUID();
        for (Destination to : List.of(mailbox, phone)) {
            Spending own = counters.code(to, account, "portal", Purpose.RESET);
            Spending administrators = counters.code(to, account, "portal", Purpose.ADMINISTRATOR_RESET);

            assertThat(administrators.counters()).doesNotContainAnyElementsOf(own.counters());
            assertThat(limits(administrators)).isEqualTo(limits(own));
            // A country that hardly any codes come back from is stopped for both.
            assertThat(administrators.country()).isEqualTo(own.country());
        }
    }

    private static List<Limit> limits(Spending spending) {
        return spending.shares().stream().map(Share::limit).toList();
    }

    @Test
    void whatIsCountedCannotBeRead() {
        spend(Duration.ZERO);
        budgets.spend(counters.code(phone, UUID.randomUUID(), "portal", Purpose.RESET), start);

        assertThat(RunningService.database()
                        .sql("select counter from budgets")
                        .query(String.class)
                        .list())
                .noneMatch(counter -> counter.contains("example") || counter.contains("43" + "664"));
    }
}
