package io.sspr.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.policy.NoticeRules;
import io.sspr.notification.template.Occasion;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TellingDeciderTests {

    private static List<Occasion> told(int... switchedOn) {
        boolean[] on = new boolean[7];
        for (int rule : switchedOn) on[rule] = true;
        NoticeRules rules = new NoticeRules(on[0], on[1], on[2], on[3], on[4], on[5], on[6]);
        return Arrays.stream(Occasion.values())
                .filter(occasion -> TellingDecider.tells(rules, occasion))
                .filter(occasion -> !TellingDecider.tells(NOTHING, occasion))
                .toList();
    }

    private static final NoticeRules NOTHING = new NoticeRules(false, false, false, false, false, false, false);

    @Test
    void everythingIsToldByDefault() {
        assertThat(Occasion.values()).allMatch(occasion -> TellingDecider.tells(NoticeRules.ALL, occasion));
    }

    @Test
    void codesReceiptsAndRequestsForHelpCannotBeSwitchedOff() {
        assertThat(Occasion.values())
                .filteredOn(occasion -> TellingDecider.tells(NOTHING, occasion))
                .containsExactly(Occasion.CODE, Occasion.RESET_DISPUTED, Occasion.HELP_WANTED);
    }

    @Test
    void eachRuleSwitchesItsOwnNotices() {
        assertThat(told(0))
                .containsExactly(
                        Occasion.PASSWORD_RESET,
                        Occasion.PASSWORD_RESET_ARRANGED,
                        Occasion.RESET_ARRANGED,
                        Occasion.ACCOUNT_UNLOCKED);
        assertThat(told(1)).containsExactly(Occasion.PASSWORD_CHANGED);
        assertThat(told(2))
                .containsExactly(
                        Occasion.METHOD_REGISTERED,
                        Occasion.METHOD_REMOVED,
                        Occasion.METHOD_LOCKED,
                        Occasion.RECOVERY_CODES_ISSUED,
                        Occasion.RECOVERY_CODE_REPLACED,
                        Occasion.RECOVERY_CODE_USED,
                        Occasion.REREGISTRATION_REQUIRED);
        assertThat(told(3)).containsExactly(Occasion.SIGN_IN_LOCKED);
        assertThat(told(4)).containsExactly(Occasion.RESET_REFUSED);
        assertThat(told(5)).containsExactly(Occasion.TOLD_PASSWORD_RESET);
        assertThat(told(6)).containsExactly(Occasion.TOLD_RESET_DISPUTED);
    }
}
