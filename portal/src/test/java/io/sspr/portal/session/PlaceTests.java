package io.sspr.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTests {

    @Test
    void leadsBackToPagesOfOurs() {
        assertThat(Place.at("/account/password")).contains(Place.PASSWORD);
        assertThat(Place.orAccount("/account/add")).isEqualTo(Place.ADD);
        assertThat(Place.orAccount(null)).isEqualTo(Place.ACCOUNT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/account",
                "/\\evil.example",
                "/account/../evil",
                "/account/password?x=//evil.example",
                "/account/password#x",
                "/account/",
                "javascript:alert(1)",
                "/sign-out",
                ""
            })
    void leadsNowhereElse(String address) {
        assertThat(Place.at(address)).isEmpty();
        assertThat(Place.orAccount(address)).isEqualTo(Place.ACCOUNT);
    }
}
