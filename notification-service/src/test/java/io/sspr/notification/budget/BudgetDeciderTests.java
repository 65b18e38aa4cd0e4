package io.sspr.notification.budget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BudgetDeciderTests {

    private static final BudgetProperties LIMITS = new BudgetProperties(3, 10, 5, 100);

    private static boolean allows(Granted destination, Granted account, Granted all) {
        return BudgetDecider.allows(destination, account, all, LIMITS);
    }

    @Test
    void allowsTheLastOneWithinEveryLimit() {
        assertThat(allows(new Granted(2, 9), new Granted(4, 400), new Granted(99, 9999)))
                .isTrue();
        assertThat(allows(Granted.NONE, Granted.NONE, Granted.NONE)).isTrue();
    }

    @Test
    void refusesWhenAnyOneLimitIsReached() {
        Granted none = Granted.NONE;
        assertThat(allows(new Granted(3, 3), none, none)).isFalse();
        assertThat(allows(new Granted(0, 10), none, none)).isFalse();
        assertThat(allows(none, new Granted(5, 5), none)).isFalse();
        assertThat(allows(none, none, new Granted(100, 100))).isFalse();
    }
}
