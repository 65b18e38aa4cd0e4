package io.sspr.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the examples of the WICG's draft (SMS-01). */
class OriginBoundCodeTests {

    private static final OriginBoundCode EXAMPLE = new OriginBoundCode("example.com", "747723");

    @Test
    void sms01_isWrittenWithOneSpace() {
        assertThat(EXAMPLE.line()).isEqualTo("@example.com #747723");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "747723 is your ExampleCo authentication code.\n\n@example.com #747723",
                "@example.com #747723",
                "Your code:\n@example.com #747723 %ecommerce.example",
                "@example.com #747723 %ecommerce.example $747723"
            })
    void sms01_isFoundInTheLastLine(String message) {
        assertThat(OriginBoundCode.parse(message)).contains(EXAMPLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "something @example.com #747723",
                "@example.com 747723",
                "example.com #747723",
                "@example.com\t#747723",
                "@example.com  #747723",
                "@example.com",
                "@example.com #",
                "@ #747723",
                "#747723 @example.com",
                "@example.com #747723\nBye"
            })
    void sms01_anythingElseIsNone(String message) {
        assertThat(OriginBoundCode.parse(message)).isEmpty();
    }
}
