package io.sspr.reset.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples that Microsoft documents. */
class LookAlikesTests {

    @ParameterizedTest
    @CsvSource({
        "Bl@nK, blank",
        "p0LL23fb, poll23fb",
        // The documentation prints contosoblank12, but its own table makes 1 an l; the score is the same.
        "C0ntos0Blank12, contosoblankl2",
        "ContoS0Bl@nkf9!, contosoblankf9!"
    })
    void worksAsDocumented(String typed, String plain) {
        assertThat(LookAlikes.plainText(typed)).isEqualTo(plain);
    }

    @Test
    void nothingElseIsMapped() {
        assertThat(LookAlikes.plainText("!3457|+\u20ac\u00df")).isEqualTo("!3457|+\u20ac\u00df");
    }

    @ParameterizedTest
    @CsvSource({"Z\u030ciga, \u017eiga", "\u017diga, \u017eiga", "J0\u0308rg, j\u00f6rg", "\ufb01nance, \ufb01nance"})
    void aLetterAndItsMarkAreOneHoweverTheyAreWritten(String written, String plain) {
        assertThat(LookAlikes.plainText(written)).isEqualTo(plain);
    }

    @Test
    void eachCodePointIsOne() {
        assertThat(LookAlikes.plain("\ud83d\udd11A")).containsExactly(0x1f511, 'a');
    }
}
