package io.sspr.reset.password;

import static io.sspr.contract.PasswordRule.COMMON;
import static io.sspr.contract.PasswordRule.FORBIDDEN_CHARACTER;
import static io.sspr.contract.PasswordRule.GUESSABLE;
import static io.sspr.contract.PasswordRule.HOLDS_NAME;
import static io.sspr.contract.PasswordRule.LIKE_LOGIN;
import static io.sspr.contract.PasswordRule.TOO_FEW_CLASSES;
import static io.sspr.contract.PasswordRule.TOO_LONG;
import static io.sspr.contract.PasswordRule.TOO_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.PasswordRule;
import io.sspr.contract.policy.BannedWords;
import io.sspr.contract.policy.PasswordChecks;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.state.Policy;
import io.sspr.reset.account.KnownAccount;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the two presets come to. */
class DemandsTests {

    private static final Policy ENTRA = Presets.entra();
    private static final Policy SAFE = Presets.safe();
    private static final KnownAccount POLL = new KnownAccount(
            new UUID(0, 1), "j.smithers@example.org", "4711", List.of("Poll", "Anna-Maria Li", "Smith Jones"));

    /** 62 characters of no word. */
    private static final String LONG = "Zr7vTgKq2XbWm9LcDyHf4NjPs6RuEa8ViOtGx3SkBwMz5QnJpCd0FhYlUeA1oI";

    @Test
    void digitsAloneAreOfOneClass() {
        assertThat(entra("1234567890")).contains(TOO_FEW_CLASSES);
    }

    @Test
    void eightCharactersOfThreeClassesAreEnoughForEntra() {
        assertThat(entra("Cuyo5459")).isEmpty();
        assertThat(entra("Cu5!o5y")).containsExactly(TOO_SHORT);
        assertThat(entra("cuyo5459")).containsExactly(TOO_FEW_CLASSES);
    }

    @Test
    void entraTakes256CharactersAndNotOneMore() {
        String most = LONG.repeat(5).substring(0, 256);

        assertThat(entra(most)).isEmpty();
        assertThat(entra(most + "x")).containsExactly(TOO_LONG);
    }

    @Test
    void entraTakesABlankAndNoLetterBeyondAscii() {
        assertThat(entra("Cuyo 5459")).isEmpty();
        assertThat(entra("Cuyo\u00e95459")).containsExactly(FORBIDDEN_CHARACTER);
        assertThat(entra("Cuyo\u20ac5459")).containsExactly(FORBIDDEN_CHARACTER);
    }

    @Test
    void entraRefusesTheCurrentPasswordOnChangeOnly() {
        assertThat(Demands.onChange(ENTRA, false).refusesCurrent()).isTrue();
        assertThat(Demands.onReset(ENTRA, false).refusesCurrent()).isFalse();
        assertThat(Demands.kept(ENTRA)).isZero();
    }

    @Test
    void safeRefusesTheCurrentAndFiveBeforeItEverywhere() {
        for (Demands demands : List.of(Demands.onChange(SAFE, false), Demands.onReset(SAFE, false))) {
            assertThat(demands.refusesCurrent()).isTrue();
            assertThat(demands.former()).isEqualTo(5);
        }
        assertThat(Demands.kept(SAFE)).isEqualTo(5);
    }

    @Test
    void safeTakesFifteenCodePointsOfAnyKindAndEightBesideASecondFactor() {
        assertThat(safe("gbnxqzkwplrtjhs", false)).isEmpty();
        assertThat(safe("gbnxqzkwplrtjh", false)).containsExactly(TOO_SHORT);
        assertThat(safe("gbnxqzkw", true)).isEmpty();
        assertThat(safe("gbnxqzk", true)).containsExactly(TOO_SHORT);
        assertThat(safe("\ud83d\udd11\u00e9".repeat(8), false)).isEmpty();
    }

    @Test
    void aNameOfThePersonOrTheOrganisationIsRefusedWithinAPasswordHoweverItIsWritten() {
        assertThat(entra("p0LL23fbXy")).containsExactly(HOLDS_NAME);
        assertThat(entra("7@nnA7xkwQ")).containsExactly(HOLDS_NAME);
        assertThat(entra("8j0neSxkwq")).containsExactly(HOLDS_NAME);
        assertThat(entra("wJ.Smither$7xQvKzbn")).containsExactly(HOLDS_NAME);
        Policy fabrikam = with(ENTRA, new BannedWords(true, false, List.of(), List.of("Fabrikam")));
        assertThat(NewPasswordRules.broken("xQ7F@brikam!", Demands.onReset(fabrikam, false), POLL))
                .containsExactly(HOLDS_NAME);
    }

    @Test
    void aNameOfTwoLettersIsInTooManyWords() {
        assertThat(entra("Qlixw7Zk")).isEmpty();
    }

    @Test
    void wordsOfThePolicyCountLikeTheBundledOnes() {
        Policy contoso = with(ENTRA, new BannedWords(true, false, List.of("Contoso", "Widget"), List.of()));
        Demands demands = Demands.onReset(contoso, false);

        for (String password : List.of("C0ntos0Blank12", "Contoso@London1", "ContosoWidget1", "Contoso!1"))
            assertThat(NewPasswordRules.broken(password, demands, null))
                    .as(password)
                    .isEqualTo(password.startsWith("C0") ? Set.of() : Set.of(GUESSABLE));
    }

    @Test
    void strictlyAWordEarnsNothing() {
        assertThat(safe("sunshine dragon princess", false)).containsExactly(GUESSABLE);
        assertThat(safe("sunshine dragon on a slow blue train", false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Password1", "P@ssw0rd123", "Welcome2026"})
    void whatEverybodyUsesIsRefusedThoughItHasAllClasses(String password) {
        assertThat(entra(password)).contains(COMMON);
    }

    @Test
    void anInitialPasswordMayBeShortButNotGuessable() {
        Demands entra = Demands.onImport(ENTRA);

        assertThat(NewPasswordRules.broken("qzkwx", entra, null)).isEmpty();
        assertThat(NewPasswordRules.broken("Welcome1", entra, null)).containsExactly(GUESSABLE, COMMON);
        assertThat(NewPasswordRules.broken("\u00e9\u00e9\u00e9\u00e9\u00e9", entra, null))
                .isEmpty();
        assertThat(NewPasswordRules.broken("", entra, null)).containsExactly(TOO_SHORT);
    }

    @Test
    void allBrokenRulesAreToldAtOnce() {
        assertThat(entra("poll\u00e9")).containsExactly(TOO_SHORT, FORBIDDEN_CHARACTER, TOO_FEW_CLASSES, HOLDS_NAME);
        assertThat(entra("qwerty")).containsExactly(TOO_SHORT, TOO_FEW_CLASSES, GUESSABLE);
        assertThat(entra("j.smithers")).containsExactlyInAnyOrder(LIKE_LOGIN, TOO_FEW_CLASSES, HOLDS_NAME);
    }

    @Test
    void beforeAPolicyCouldSayItNoWordWasBanned() {
        Policy old = new Policy(1, 1, ENTRA.kinds(), ENTRA.disclosure(), ENTRA.passwordRules(), ENTRA.methodRules());

        assertThat(NewPasswordRules.broken("qwertyqw", Demands.onReset(old, false), POLL))
                .isEmpty();
    }

    private static Policy with(Policy policy, BannedWords words) {
        PasswordChecks checks = policy.passwordChecks();
        return new Policy(
                policy.version(),
                policy.gates(),
                policy.kinds(),
                policy.disclosure(),
                policy.passwordRules(),
                policy.methodRules(),
                policy.scope(),
                policy.administrators(),
                policy.signIn(),
                policy.registration(),
                policy.stopped(),
                new PasswordChecks(
                        checks.minimumLengthBesideFactor(),
                        checks.classes(),
                        checks.characters(),
                        checks.refusesCurrent(),
                        checks.historyOnChange(),
                        checks.historyOnReset(),
                        words,
                        checks.breaches()),
                policy.limits(),
                policy.afterReset(),
                policy.notices(),
                policy.help());
    }

    private static Set<PasswordRule> entra(String typed) {
        return NewPasswordRules.broken(typed, Demands.onReset(ENTRA, false), POLL);
    }

    private static Set<PasswordRule> safe(String typed, boolean besideFactor) {
        return NewPasswordRules.broken(typed, Demands.onReset(SAFE, besideFactor), POLL);
    }
}
