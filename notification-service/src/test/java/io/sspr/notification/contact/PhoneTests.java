package io.sspr.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTests {

    @ParameterizedTest
    @ValueSource(strings = {"+38640123456", "+386 40 123 456", "+386-40-123-456", "+386 (40) 123.456"})
    void takesOneNumberHoweverItIsGrouped(String text) {
        assertThat(Phone.parse(text)).map(Phone::text).contains("+38640123456");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "040123456",
                "0038640123456",
                "+0386401234",
                "+386",
                "+38640123456,+38640123457",
                "+38640123456;+38640123457",
                "+38640123456 +38640123457",
                "+38640123456\r\nTo: +38640123457",
                "+38640123456\n",
                "+38640123456&To=%2B38640123457",
                "+3864012345678901",
                "+386401234x6",
                "+\u0663\u0668\u066640123456",
                "sms:+38640123456",
                "ana@example.org"
            })
    void atk10_refusesEverythingElse(String text) {
        assertThat(Phone.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+38640123456, +386",
        "+436641234567, +43",
        "+442071838750, +44",
        "+12025550123, +1",
        "+18765550123, +1876",
        "+79161234567, +7",
        "+77011234567, +77",
        "+35799123456, +357",
        "+2347012345678, +234",
        "+27821234567, +27"
    })
    void knowsTheCountryByTheFirstDigits(String number, String country) {
        assertThat(Phone.parse(number)).map(Phone::country).contains(country);
    }

    @Test
    void aBlockOfNumbersIsSevenDigits() {
        assertThat(Phone.parse("+38640123456")).map(Phone::prefix).contains("+3864012");
    }

    @Test
    void sms07_aKindTakesItsOwnChannelOnly() {
        assertThat(Destination.parse(MethodKind.EMAIL, "+38640123456")).isEmpty();
        assertThat(Destination.parse(MethodKind.SMS, "ana@example.org")).isEmpty();
        assertThat(Destination.parse(MethodKind.ADMINISTRATOR_CODE, "+38640123456"))
                .map(Destination::channel)
                .contains(Channel.TEXT);
        assertThat(Destination.parse(MethodKind.ADMINISTRATOR_CODE, "ana@example.org"))
                .map(Destination::channel)
                .contains(Channel.MAIL);
    }

    @Test
    void neverPrintsItself() {
        assertThat(Phone.parse("+38640123456").toString()).doesNotContain("40123");
    }
}
