package io.sspr.reset.hashing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordTests {

    @Test
    void composedAndDecomposedAreTheSame() {
        assertThat(Password.of("cafe\u0301 cre\u0300me")).isEqualTo(Password.of("caf\u00e9 cr\u00e8me"));
    }

    @Test
    void compatibilityFormsStayDifferent() {
        assertThat(Password.of("\ufb01re")).isNotEqualTo(Password.of("fire"));
        assertThat(Password.of("\uff21")).isNotEqualTo(Password.of("A"));
    }

    @Test
    void nothingIsTrimmedOrFolded() {
        assertThat(Password.of(" trailing space ").orElseThrow().text()).isEqualTo(" trailing space ");
        assertThat(Password.of("Stra\u00dfe")).isNotEqualTo(Password.of("strasse"));
    }

    @Test
    void eachCodePointCountsOne() {
        assertThat(Password.of("\ud83d\udd11".repeat(15)).orElseThrow().length())
                .isEqualTo(15);
    }

    @Test
    void thereIsNoneWithHalfASurrogatePair() {
        assertThat(Password.of("broken \ud83d emoji")).isEmpty();
        assertThat(Password.of("broken \udd11 emoji")).isEmpty();
    }

    @Test
    void thereIsNoneOfMoreThan1024Bytes() {
        assertThat(Password.of("a".repeat(1024))).isPresent();
        assertThat(Password.of("a".repeat(1025))).isEmpty();
        assertThat(Password.of("\u00e9".repeat(513))).isEmpty();
        assertThat(Password.of("a".repeat(1 << 20))).isEmpty();
        assertThat(Password.of("")).isEmpty();
    }

    @Test
    void isHiddenInLogs() {
        assertThat(Password.of("correct horse battery").orElseThrow()).hasToString("Password[hidden]");
    }
}
