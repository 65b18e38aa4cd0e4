package io.sspr.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"ana@example.org", "Ana.Novak+sspr@mail.example.org", "o'hara@example.org", "ana@localhost"})
    void takesOnePlainAddress(String text) {
        assertThat(Address.parse(text)).map(Address::text).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "@example.org",
                "ana@",
                "ana@example.org,eve@evil.example",
                "ana@example.org, eve@evil.example",
                "ana@example.org;eve@evil.example",
                "ana@example.org eve@evil.example",
                "ana@example.org\r\nBcc: eve@evil.example",
                "ana\r\nBcc: eve@evil.example",
                "ana@example.org\n",
                "ana@example.org\u2028Bcc: eve@evil.example",
                "ana\u0000@example.org",
                "Ana <ana@example.org>",
                "<ana@example.org>",
                "group: ana@example.org;",
                "\"ana\"@example.org",
                "ana@eve@example.org",
                "@relay.example:ana@example.org",
                "ana(comment)@example.org",
                "ana..novak@example.org",
                ".ana@example.org",
                "ana@.example.org",
                "ana@example..org",
                "ana@example.org.",
                "ana@[127.0.0.1]",
                "ana@exa_mple.org",
                "ana@-example.org",
                "ana@example.org>",
                "m\u0131ke@example.org",
                "mi\u212ae@example.org"
            })
    void atk09_atk10_refusesEverythingElse(String text) {
        assertThat(Address.parse(text)).isEmpty();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(Address.parse("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(Address.parse("ana@" + "a.".repeat(126) + "org")).isEmpty();
    }

    @Test
    void atk09_domainsOutsideAsciiBecomeALabels() {
        assertThat(Address.parse("ana@ko\u0161.example")).map(Address::text).contains("ana@xn--ko-mta.example");
    }

    @Test
    void spellingsOfOneMailboxCountAsOne() {
        assertThat(Address.parse("Ana@Example.org").map(Address::counted))
                .isEqualTo(Address.parse("ana@example.org").map(Address::counted));
    }

    @Test
    void neverPrintsItself() {
        assertThat(Address.parse("ana@example.org").toString()).doesNotContain("ana");
    }
}
