package io.sspr.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.notification.sms.TextAnswer.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDeciderTests {

    @ParameterizedTest
    @CsvSource({
        "DELIVERED, 1, false, SENT",
        "SENT, 1, false, ON_ITS_WAY",
        "SENT, 1, true, SENT",
        "TAKEN, 1, false, ON_ITS_WAY",
        "TAKEN, 1, true, MESSAGE_REJECTED",
        "REJECTED, 1, false, ADDRESS_REJECTED",
        "BLOCKED, 1, false, BLOCKED",
        "REFUSED, 1, false, MESSAGE_REJECTED",
        "ONCE_MORE, 1, false, NOT_YET",
        "ONCE_MORE, 2, false, MESSAGE_REJECTED",
        "ONCE_MORE, 1, true, MESSAGE_REJECTED",
        "TROUBLE, 9, false, NOT_YET",
        "TROUBLE, 9, true, TOO_LATE",
        "UNKNOWN, 1, false, NOT_YET"
    })
    void sms04_retriesWhatCanPassAndEndsTheRest(State state, int sends, boolean over, Attempt attempt) {
        assertThat(TextDecider.after(state, sends, over)).isEqualTo(attempt);
    }

    @Test
    void eml05_whatMayHaveBeenSentIsSentOnceMoreAndNoMore() {
        assertThat(TextDecider.maySendInDoubt(1)).isTrue();
        assertThat(TextDecider.maySendInDoubt(2)).isFalse();
    }
}
