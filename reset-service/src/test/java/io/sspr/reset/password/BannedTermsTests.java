package io.sspr.reset.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.password.Score.Part;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decisions that Microsoft documents, and the reading of the text that reproduces them all. */
class BannedTermsTests {

    private static final BannedTerms CONTOSO_BLANK = new BannedTerms(List.of("Contoso", "blank"), false);
    private static final BannedTerms ABCDEF = new BannedTerms(List.of("abcdef"), false);

    @Test
    void twoTermsAndTwoCharactersAreTooLittle() {
        Score score = CONTOSO_BLANK.score("C0ntos0Blank12");

        assertThat(score.points()).isEqualTo(4);
        assertThat(score.isEnough()).isFalse();
        assertThat(score.parts())
                .containsExactly(
                        new Part("contoso", "contoso"),
                        new Part("blank", "blank"),
                        new Part("l", null),
                        new Part("2", null));
    }

    @Test
    void twoTermsAndThreeCharactersAreEnough() {
        Score score = CONTOSO_BLANK.score("ContoS0Bl@nkf9!");

        assertThat(score.points()).isEqualTo(5);
        assertThat(score.isEnough()).isTrue();
    }

    @Test
    void aTermAloneIsOnePoint() {
        assertThat(CONTOSO_BLANK.score("Bl@nK").points()).isEqualTo(1);
    }

    @Test
    void oneCharacterReplacedIsStillTheTerm() {
        assertThat(ABCDEF.score("abcdeg").points()).isEqualTo(1);
        assertThat(ABCDEF.score("xbcdef").points()).isEqualTo(1);
        assertThat(ABCDEF.score("abxdef").points()).isEqualTo(1);
    }

    @Test
    void oneCharacterMissingIsStillTheTerm() {
        assertThat(ABCDEF.score("abcde").points()).isEqualTo(1);
        assertThat(ABCDEF.score("bcdef").points()).isEqualTo(1);
        assertThat(ABCDEF.score("abdef").points()).isEqualTo(1);
    }

    @Test
    void oneCharacterTooManyBelongsToTheTermWithinItAndToTheRestAtItsEdges() {
        assertThat(ABCDEF.score("abcXdef").points()).isEqualTo(1);
        assertThat(ABCDEF.score("abcdefg").points()).isEqualTo(2);
        assertThat(ABCDEF.score("Xabcdef").points()).isEqualTo(2);
        assertThat(ABCDEF.score("abcdefg").isEnough()).isFalse();
    }

    @Test
    void twoCharactersWrongAreNotTheTerm() {
        assertThat(ABCDEF.score("abxyef").points()).isEqualTo(6);
        assertThat(ABCDEF.score("abcd").points()).isEqualTo(4);
        assertThat(ABCDEF.score("abcXYdef").points()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"Contoso!1, 3", "Contoso@London, 3", "ContosoWidget, 2", "!Contoso, 2", "LondonHQ, 3"})
    void baseTermsCoverTheirVariants(String password, int points) {
        BannedTerms terms = new BannedTerms(List.of("Contoso", "London", "Widget"), false);

        assertThat(terms.score(password).points()).isEqualTo(points);
        assertThat(terms.score(password).isEnough()).isFalse();
    }

    @Test
    void aNameInAPasswordIsFoundWhateverItIsWrittenWith() {
        assertThat(BannedTerms.holdsName("p0LL23fb", List.of("Poll"))).isTrue();
        assertThat(BannedTerms.holdsName("p0LL23fb", List.of("Smith", "Jane"))).isFalse();
    }

    @Test
    void aNameOfThreeCharactersIsInTooManyWords() {
        assertThat(BannedTerms.holdsName("pol23fb", List.of("Pol"))).isFalse();
        assertThat(BannedTerms.holdsName("anything", List.of(""))).isFalse();
    }

    @Test
    void aNameIsFoundHoweverItsLettersAreWritten() {
        assertThat(BannedTerms.holdsName("x7\u017diga55", List.of("Z\u030ciga")))
                .isTrue();
        assertThat(BannedTerms.holdsName("x7Z\u030ciga55", List.of("\u017diga")))
                .isTrue();
        // Three letters, though written with four.
        assertThat(BannedTerms.holdsName("x7\u017di\u010d55", List.of("Z\u030ci\u010d")))
                .isFalse();
    }

    @Test
    void termsAreComparedInTheSameFormAsPasswords() {
        assertThat(new BannedTerms(List.of("c\u030cebela"), false)
                        .score("\u010cebela")
                        .points())
                .isEqualTo(1);
        assertThat(new BannedTerms(List.of("2018"), false).score("2018").points())
                .isEqualTo(1);
        assertThat(new BannedTerms(List.of("P@$$w0rd"), false).score("password").points())
                .isEqualTo(1);
    }

    @Test
    void theCheapestWayCountsThoughAnotherBeginsBetter() {
        BannedTerms terms = new BannedTerms(List.of("qwerty", "werty123456"), false);

        assertThat(terms.score("qwerty123456").points()).isEqualTo(1 + 1);
        assertThat(terms.score("qwerty123456").parts())
                .containsExactly(new Part("q", null), new Part("wertyl23456", "wertyl23456"));
    }

    @Test
    void strictlyATermEarnsNothing() {
        BannedTerms strict = new BannedTerms(List.of("contoso", "blank"), true);

        assertThat(strict.score("ContoS0Bl@nkf9!").points()).isEqualTo(3);
        assertThat(strict.score("ContosoContosoContosoBlankBlank").points()).isZero();
    }

    @Test
    void withoutTermsEachCodePointIsOnePoint() {
        BannedTerms none = new BannedTerms(List.of(), false);

        assertThat(none.score("").points()).isZero();
        assertThat(none.score("\ud83d\udd11\ud83d\udd11abc").points()).isEqualTo(5);
    }

    @Test
    void anExplanationIsHiddenInLogs() {
        Score score = CONTOSO_BLANK.score("Bl@nK");

        assertThat(score).hasToString("Score[1]");
        assertThat(score.parts().get(0)).hasToString("Part[hidden]");
    }
}
