package io.sspr.notification.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetDeciderTests {

    private static final Spending SPENDING =
            new Spending(List.of(new Share("destination", 3, 10), new Share("all", 100, Share.NO_LIMIT)), "", "");

    private static boolean allows(Map<String, Granted> granted) {
        return BudgetDecider.allows(SPENDING, granted);
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
    void sms06_theBreakerTripsBelowAFifthOfAtLeastFifty() {
        assertThat(BudgetDecider.trips(49, 0)).isFalse();
        assertThat(BudgetDecider.trips(50, 9)).isTrue();
        assertThat(BudgetDecider.trips(50, 10)).isFalse();
        assertThat(BudgetDecider.trips(200, 39)).isTrue();
    }
}
