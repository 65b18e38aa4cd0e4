package io.sspr.registration.kind.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTests {

    private static final Set<String> ALL = Set.of();

    @ParameterizedTest
    @CsvSource({
        "+386 40 123 456, +38640123456",
        "+38640123456, +38640123456",
        " +386-40-123-456 , +38640123456",
        "+386 (0)40 123 456, +38640123456",
        "+386\u00a040\u00a0123\u00a0456, +38640123456",
        "+1 4258828080, +14258828080",
        "+14258828080X12345, +14258828080",
        "+49 1512 3456789, +4915123456789"
    })
    void isWrittenInOneWayHoweverItWasTyped(String typed, String stored) {
        assertThat(PhoneNumber.of(typed, ALL)).contains(new PhoneNumber(stored));
    }

    @Test
    void hasNoExtensionForNoTextMessageReachesOne() {
        assertThat(PhoneNumber.e164("+1 4251234567X12345")).contains("+14251234567");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "040 123 456",
                "38640123456",
                "0038640123456",
                "\uff0b38640123456",
                "+38640123456,+38640123457",
                "+38640123456;+38640123457",
                "+38640123456 +38640123457",
                "+38640123456\n+38640123457",
                "+38640123456\r\nBcc: eve",
                "+386\u0664\u0660123456",
                "+38640123456 ext. 5",
                "tel:+38640123456",
                "[\"+38640123456\"]",
                "+386 40 ABC DEF",
                "+999 40 123 456",
                "+386 40 12"
            })
    void isNothingThatCouldReachSomebodyElse(String typed) {
        assertThat(PhoneNumber.of(typed, ALL)).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "+386 1 234 56 78, a house",
        "+386 90 1234, premium",
        "+44 845 464 0000, shared cost",
        "+44 7600 123456, pager",
        "+386 80 1234, toll-free",
        "+386 59 012 345, VoIP",
        "+1 900 234 5678, premium in America"
    })
    void isThatOfAMobilePhone(String typed, String what) {
        assertThat(PhoneNumber.e164(typed)).as(what).isPresent();
        assertThat(PhoneNumber.of(typed, ALL)).as(what).isEmpty();
    }

    @Test
    void isOfOneOfTheCountriesThatTextMessagesMayGoTo() {
        assertThat(PhoneNumber.of("+38640123456", Set.of("SI", "AT"))).isPresent();
        assertThat(PhoneNumber.of("+4915123456789", Set.of("SI", "AT"))).isEmpty();
    }

    @Test
    void showsItsOwnerCountryAndEnd() {
        assertThat(new PhoneNumber("+38640123456").hint()).isEqualTo("+386 … 456");
    }

    @Test
    void isNotPrinted() {
        assertThat(new PhoneNumber("+38640123456")).hasToString("PhoneNumber[hidden]");
    }
}
