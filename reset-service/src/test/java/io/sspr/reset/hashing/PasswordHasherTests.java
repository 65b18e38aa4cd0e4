package io.sspr.reset.hashing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;

class PasswordHasherTests {

    private final PasswordHasher hasher = hasher(Argon2Engine.AUTO, 19_456, 2);

    @ParameterizedTest
    @EnumSource(Argon2Engine.class)
    void hashesAreAtLeastAtTheFloorOfOwasp(Argon2Engine engine) {
        Phc phc = hasher(engine, 19_456, 2).hash(password("correct horse battery"));

        assertThat(phc.text()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(phc.cost().isAboveFloor()).isTrue();
        assertThat(phc.saltBytes()).hasSize(16);
        assertThat(phc.hashBytes()).hasSize(32);
    }

    @Test
    void eachEngineVerifiesTheHashesOfTheOther() {
        PasswordHasher inC = hasher(Argon2Engine.NATIVE, 19_456, 2);
        PasswordHasher inJava = hasher(Argon2Engine.PORTABLE, 19_456, 2);
        Password password = password("Stra\u00dfe \ud83d\udc69\u200d\ud83d\ude80 \u05e9\u05dc\u05d5\u05dd");

        assertThat(inC.matches(password, inJava.hash(password))).isTrue();
        assertThat(inJava.matches(password, inC.hash(password))).isTrue();
        assertThat(inJava.matches(password("Strasse"), inC.hash(password))).isFalse();
    }

    @Test
    void theSamePasswordNeverHasTheSameHash() {
        assertThat(hasher.hash(password("correct horse battery")))
                .isNotEqualTo(hasher.hash(password("correct horse battery")));
    }

    @Test
    void theWholePasswordCounts() {
        String common = "x".repeat(72);
        Phc phc = hasher.hash(password(common + "a"));

        assertThat(hasher.matches(password(common + "a"), phc)).isTrue();
        assertThat(hasher.matches(password(common + "b"), phc)).isFalse();
        Phc longest = hasher.hash(password("y".repeat(1023) + "a"));
        assertThat(hasher.matches(password("y".repeat(1023) + "b"), longest)).isFalse();
    }

    @Test
    void oneTypedDecomposedVerifiesOneSetComposed() {
        Phc phc = hasher.hash(password("caf\u00e9 cr\u00e8me br\u00fbl\u00e9e"));

        assertThat(hasher.matches(password("cafe\u0301 cre\u0300me bru\u0302le\u0301e"), phc))
                .isTrue();
    }

    @Test
    void aSpaceAtTheEndCounts() {
        Phc phc = hasher.hash(password("correct horse battery "));

        assertThat(hasher.matches(password("correct horse battery"), phc)).isFalse();
    }

    @Test
    void hashesMadeOtherwiseAreOutdated() {
        Phc cheap = hasher(Argon2Engine.AUTO, 12_288, 3).hash(password("correct horse battery"));

        assertThat(hasher.isOutdated(cheap)).isTrue();
        assertThat(hasher.isOutdated(hasher.hash(password("correct horse battery"))))
                .isFalse();
        assertThat(hasher.isOutdated(Phc.read(
                                "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4")
                        .orElseThrow()))
                .isTrue();
    }

    @Test
    void theDecoyCostsWhatARealOneDoesAndIsNobodysPassword() {
        assertThat(hasher.decoy().cost())
                .isEqualTo(hasher.hash(password("correct horse battery")).cost());
        for (String guess : List.of("password", "correct horse battery"))
            assertThat(hasher.matches(password(guess), hasher.decoy())).isFalse();
    }

    @Test
    void aHashThatNeedsMoreThanTheBudgetIsStillVerified() {
        PasswordHasher small = new PasswordHasher(new HashingProperties(
                DataSize.ofKilobytes(19_456), 2, 1, DataSize.ofKilobytes(19_456), Argon2Engine.AUTO));
        Phc large = hasher(Argon2Engine.AUTO, 47_104, 1).hash(password("correct horse battery"));

        assertThat(small.matches(password("correct horse battery"), large)).isTrue();
    }

    private static Password password(String typed) {
        return Password.of(typed).orElseThrow();
    }

    private static PasswordHasher hasher(Argon2Engine engine, int memoryKib, int iterations) {
        return new PasswordHasher(new HashingProperties(
                DataSize.ofKilobytes(memoryKib), iterations, 1, DataSize.ofMegabytes(64), engine));
    }
}
