package io.sspr.reset.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "PassWord",
                "P@ssw0rd",
                "12345678",
                "iloveyou1",
                "qwertyuiopasdfgh",
                "Summer2024",
                "correct horse battery staple",
                "passwordpassword",
                "contrasen\u0303a",
                "CONTRASE\u00d1A"
            })
    void whatEverybodyTriesFirstIsThereInWhateverCase(String password) {
        assertThat(CommonPasswords.holds(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"my password is long", "xpassword", "password ", "Cuyo5459", "aaaaaaaaaaaaaaaaaaaa", ""})
    void onlyTheWholePasswordCounts(String password) {
        assertThat(CommonPasswords.holds(password)).isFalse();
    }

    @Test
    void everyBaseTermCouldStandInACustomList() {
        assertThat(CommonPasswords.BASE_TERMS)
                .hasSizeGreaterThan(400)
                .doesNotHaveDuplicates()
                .allSatisfy(term -> assertThat(term).hasSizeBetween(4, 16).isEqualTo(term.toLowerCase(Locale.ROOT)));
    }

    @Test
    void aSamplePasswordOfTheApiIsHardEnoughForTheBaseTerms() {
        BannedTerms global = new BannedTerms(CommonPasswords.BASE_TERMS, false);

        assertThat(global.score("Cuyo5459").isEnough()).isTrue();
        assertThat(global.score("Password1!").isEnough()).isFalse();
        assertThat(global.score("P@$$w0rd123").isEnough()).isFalse();
        assertThat(global.score("Qwerty12345").isEnough()).isFalse();
        assertThat(global.score("Welcome2024").isEnough()).isTrue();
        assertThat(global.score("correct horse battery").isEnough()).isTrue();
    }
}
