package io.sspr.registration.kind.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodeTests {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final RecoveryCode CODE = new RecoveryCode("01ABCDEFGHJK01MNPQRSTV0Z");

    @Test
    void hasOneHundredAndTwentyRandomBits() {
        Set<String> different = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            String text = RecoveryCode.generate(RANDOM).text();
            assertThat(text).matches("[0-9A-HJKMNP-TV-Z]{24}");
            different.add(text);
        }
        assertThat(different).hasSize(200);
    }

    @Test
    void isShownInGroupsOfFour() {
        assertThat(CODE.grouped()).isEqualTo("01AB-CDEF-GHJK-01MN-PQRS-TV0Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01AB-CDEF-GHJK-01MN-PQRS-TV0Z",
                "01abcdefghjk01mnpqrstv0z",
                "  01ab cdef ghjk 01mn pqrs tv0z \n",
                "OIab-cdef-ghjk-olmn-pqrs-tvoz",
                "o1ab\u2011cdef\u00a0ghjk-0imn-pqrs-tv0z",
                "0LAB-CDEF-GHJK-0LMN-PQRS-TVOZ"
            })
    void isReadHoweverAPersonTypesIt(String typed) {
        assertThat(RecoveryCode.typed(typed)).contains(CODE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01AB",
                "01AB-CDEF-GHJK-01MN-PQRS-TV0ZZ",
                "U1AB-CDEF-GHJK-01MN-PQRS-TV0Z",
                "01AB_CDEF-GHJK-01MN-PQRS-TV0Z",
                "\u212a1AB-CDEF-GHJK-01MN-PQRS-TV0",
                "\uff10\uff11AB-CDEF-GHJK-01MN-PQRS-TV0Z"
            })
    void isNothingElse(String typed) {
        assertThat(RecoveryCode.typed(typed)).isEmpty();
    }

    @Test
    void readsEveryCodeThatIsShown() {
        for (int i = 0; i < 200; i++) {
            RecoveryCode code = RecoveryCode.generate(RANDOM);
            assertThat(RecoveryCode.typed(code.grouped().toLowerCase(Locale.ROOT)))
                    .contains(code);
        }
    }

    @Test
    void isNotPrinted() {
        assertThat(CODE).hasToString("RecoveryCode[hidden]");
    }
}
