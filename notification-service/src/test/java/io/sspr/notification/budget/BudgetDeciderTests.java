package io.sspr.notification.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.policy.MessageLimits;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetDeciderTests {

    private static final Spending SPENDING = new Spending(
            List.of(new Share("destination", Limit.DESTINATION), new Share("all", Limit.ALL_MAILS)), "", "");
    private static final MessageLimits LIMITS = new MessageLimits(3, 10, 5, 20, 50, 100, 6, 7, 8, 9, 11);

    private static boolean allows(Map<String, Granted> granted) {
        return BudgetDecider.allows(SPENDING, LIMITS, granted);
    }

    @Test
    void allowsTheLastOneWithinEveryLimit() {
        assertThat(allows(Map.of("destination", new Granted(2, 9), "all", new Granted(99, 9999))))
                .isTrue();
        assertThat(allows(Map.of())).isTrue();
    }

    @Test
    void refusesWhenAnyOneLimitIsReached() {
        assertThat(allows(Map.of("destination", new Granted(3, 3)))).isFalse();
        assertThat(allows(Map.of("destination", new Granted(0, 10)))).isFalse();
        assertThat(allows(Map.of("all", new Granted(100, 100)))).isFalse();
    }

    @Test
    void everyLimitIsThatOfThePolicy() {
        assertThat(EnumSet.allOf(Limit.class).stream()
                        .map(limit -> limit + " " + limit.perHour(LIMITS) + " " + limit.perDay(LIMITS))
                        .map(line -> line.replace(String.valueOf(Integer.MAX_VALUE), "-")))
                .containsExactly(
                        "DESTINATION 3 10",
                        "ACCOUNT 5 20",
                        "CLIENT 50 -",
                        "ALL_MAILS 100 -",
                        "ALL_TEXTS 100 8",
                        "PREFIX 6 -",
                        "COUNTRY 7 -",
                        "TEXT_NOTICES_TO_ONE - 9",
                        "TEXT_NOTICES - 8",
                        "HELP 11 -");
    }

    @Test
    void sms06_theBreakerTripsBelowAFifthOfAtLeastFifty() {
        assertThat(BudgetDecider.trips(49, 0)).isFalse();
        assertThat(BudgetDecider.trips(50, 9)).isTrue();
        assertThat(BudgetDecider.trips(50, 10)).isFalse();
        assertThat(BudgetDecider.trips(200, 39)).isTrue();
    }
}
