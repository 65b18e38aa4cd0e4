package io.sspr.registration.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTests {

    @RepeatedTest(20)
    void haveAsManyDigitsAsAskedFor() {
        assertThat(Codes.generate(8, new SecureRandom())).matches("[0-9]{8}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1234 5678", "1234-5678", " 12345678\n", "1234\u00a05678", "1234\u20115678", "1 2-3 4 5 6 7 8"})
    void areReadWithoutSpacesAndHyphens(String typed) {
        assertThat(Codes.typed(typed)).isEqualTo("12345678");
    }
}
