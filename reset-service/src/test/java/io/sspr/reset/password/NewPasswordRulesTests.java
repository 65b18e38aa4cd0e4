package io.sspr.reset.password;

import static io.sspr.contract.PasswordRule.FORBIDDEN_CHARACTER;
import static io.sspr.contract.PasswordRule.LIKE_LOGIN;
import static io.sspr.contract.PasswordRule.TOO_LONG;
import static io.sspr.contract.PasswordRule.TOO_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.PasswordRule;
import io.sspr.contract.policy.BannedWords;
import io.sspr.contract.policy.BreachRules;
import io.sspr.contract.policy.CharacterSet;
import io.sspr.reset.account.KnownAccount;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewPasswordRulesTests {

    private static final Demands RULES = demands(15, 256);
    private static final KnownAccount JANE =
            new KnownAccount(new UUID(0, 1), "Jane.Doe@example.org", "employee-004711");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaaaaaaaaaa",
                "correct horse battery",
                "trailing space kept ",
                " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
                "Stra\u00dfe der Einheit 1",
                "\u05e1\u05d9\u05e1\u05de\u05d4 \u05d0\u05e8\u05d5\u05db\u05d4 \u05de\u05d0\u05d5\u05d3",
                "\ufb01ve words of no use",
                "\ud83d\udc69\u200d\ud83d\ude80\ud83d\udc69\u200d\ud83d\ude80\ud83d\udc69\u200d\ud83d\ude80"
                        + "\ud83d\udc69\u200d\ud83d\ude80\ud83d\udc69\u200d\ud83d\ude80",
                "\ud83e\udee8 is newer than this runtime"
            })
    void everyKindOfCharacterIsWelcomeAndNoKindIsAskedFor(String typed) {
        assertThat(broken(typed)).isEmpty();
    }

    @Test
    void lengthIsCountedInCodePoints() {
        assertThat(broken("\ud83d\udd11".repeat(15))).isEmpty();
        assertThat(broken("\ud83d\udd11".repeat(14))).containsExactly(TOO_SHORT);
        assertThat(broken("a".repeat(14))).containsExactly(TOO_SHORT);
        assertThat(broken("")).containsExactly(TOO_SHORT);
    }

    @Test
    void lengthIsCountedAfterComposing() {
        assertThat(broken("e\u0301".repeat(14))).containsExactly(TOO_SHORT);
        assertThat(broken("e\u0301".repeat(15))).isEmpty();
        assertThat(broken("e\u0301".repeat(256))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 64, 128, 256})
    void longOnesAreWelcome(int length) {
        assertThat(broken("x".repeat(length))).isEmpty();
    }

    @Test
    void thereIsAnEndToLength() {
        assertThat(broken("x".repeat(257))).containsExactly(TOO_LONG);
        assertThat(broken("\ud83d\udd11".repeat(256))).isEmpty();
        assertThat(NewPasswordRules.broken("\ud83d\udd11".repeat(257), demands(15, 1000), JANE))
                .containsExactly(TOO_LONG);
        assertThat(broken("x".repeat(1 << 20))).containsExactly(TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\t", "\n", "\u001f", "\u007f", "\u0085", "\ud83d", "\udd11"})
    void controlCharactersAndHalvesOfPairsAreRefused(String character) {
        assertThat(broken("correct horse " + character + "battery")).containsExactly(FORBIDDEN_CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane.doe@example.org",
                "JANE.DOE@EXAMPLE.ORG",
                "\uff2aane.doe@example.org",
                "jane.doe@example.org1234567",
                "1234567jane.doe",
                "jane.doejane.doe",
                "employee-004711",
                "Employee-004711!!"
            })
    void theLoginWithLittleElseIsRefused(String typed) {
        assertThat(broken(typed)).containsExactly(LIKE_LOGIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane.doe likes long walks", "example.org is no login", "employee of the month 4711"})
    void theLoginInSomethingLongerIsNot(String typed) {
        assertThat(broken(typed)).isEmpty();
    }

    @Test
    void aShortLoginIsInManyWords() {
        KnownAccount bo = new KnownAccount(new UUID(0, 2), "bo", "7");

        assertThat(NewPasswordRules.broken("bobobobobobobobo", RULES, bo)).isEmpty();
        assertThat(NewPasswordRules.broken("bo", RULES, bo)).containsExactly(TOO_SHORT, LIKE_LOGIN);
    }

    @Test
    void allBrokenRulesAreToldAtOnce() {
        assertThat(broken("jane\tdoe")).containsExactly(TOO_SHORT, FORBIDDEN_CHARACTER);
        assertThat(broken("jane.doe")).containsExactly(TOO_SHORT, LIKE_LOGIN);
        assertThat(broken("\u0000".repeat(300))).containsExactly(TOO_LONG, FORBIDDEN_CHARACTER);
    }

    private static Demands demands(int minimum, int maximum) {
        return new Demands(
                minimum,
                maximum,
                0,
                CharacterSet.UNICODE,
                true,
                0,
                new BannedWords(false, false, List.of(), List.of()),
                BreachRules.NONE);
    }

    private static Set<PasswordRule> broken(String typed) {
        return NewPasswordRules.broken(typed, RULES, JANE);
    }
}
