package io.sspr.reset.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompositionTests {

    @ParameterizedTest
    @CsvSource({"1234567890, 1", "Cuyo5459, 3", "abc, 1", "abC, 2", "aB1!, 4", "'a b', 2", "a\u00c9, 2"})
    void countsLowerUpperDigitAndSymbol(String password, int classes) {
        assertThat(Composition.classes(password)).isEqualTo(classes);
    }

    @Test
    void nothingIsOfNoClass() {
        assertThat(Composition.classes("")).isZero();
        assertThat(Composition.classes("\u05e9\u05dc\u05d5\u05dd")).isEqualTo(1);
    }

    @Test
    void allThatEntraListsIsPrintableAscii() {
        String symbols = "@#$%^&*-_!+=[]{}|\\:',.?/`~\"();<>";

        assertThat(symbols).hasSize(32);
        assertThat(Composition.isPrintableAscii(symbols + " azAZ09")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00e9", "e\u0301", "\u20ac", "\ud83d\udd11", "\t", "\u007f", "\u00a0", "\uff21"})
    void nothingElseIs(String other) {
        assertThat(Composition.isPrintableAscii("abc" + other)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\t", "\n", "\u007f", "\u0085", "\ud83d", "\udd11"})
    void controlCharactersAndHalvesOfPairsCannotBeTyped(String character) {
        assertThat(Composition.hasUntypable("abc" + character + "def")).isTrue();
        assertThat(Composition.hasUntypable("abc \ud83d\udd11 def")).isFalse();
    }
}
