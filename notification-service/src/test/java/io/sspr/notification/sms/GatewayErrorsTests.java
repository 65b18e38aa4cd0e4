package io.sspr.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.notification.sms.TextAnswer.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same table stands in docs/messages.md. */
class GatewayErrorsTests {

    @ParameterizedTest
    @CsvSource({
        "30001, TROUBLE",
        "30002, TROUBLE",
        "30003, ONCE_MORE",
        "30004, BLOCKED",
        "30005, REJECTED",
        "30006, REJECTED",
        "30007, BLOCKED",
        "30008, ONCE_MORE",
        "30450, BLOCKED",
        "0, REFUSED",
        "99999, REFUSED"
    })
    void sms04_whatAReportMeans(int code, State state) {
        assertThat(GatewayErrors.ofReport(code)).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "400, 21211, REJECTED",
        "400, 21614, REJECTED",
        "400, 21610, BLOCKED",
        "400, 21408, BLOCKED",
        "403, 60410, BLOCKED",
        "403, 60605, BLOCKED",
        "400, 30450, BLOCKED",
        "429, 20429, TROUBLE",
        "429, 0, TROUBLE",
        "401, 20003, TROUBLE",
        "403, 0, TROUBLE",
        "400, 21606, TROUBLE",
        "400, 30003, TROUBLE",
        "500, 0, TROUBLE",
        "503, 503, TROUBLE",
        "302, 0, TROUBLE",
        "400, 0, REFUSED",
        "400, 99999, REFUSED",
        "404, 20404, REFUSED"
    })
    void sms04_whatAnAnswerMeans(int status, int code, State state) {
        assertThat(GatewayErrors.ofAnswer(status, code)).isEqualTo(state);
    }
}
