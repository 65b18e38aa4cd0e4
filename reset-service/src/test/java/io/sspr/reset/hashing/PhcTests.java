package io.sspr.reset.hashing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhcTests {

    private static final String HASH = "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void isTheSameTextAfterReading() {
        String text = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$" + HASH;

        assertThat(Phc.read(text)).map(Phc::text).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$" + HASH,
                "$argon2d$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$" + HASH,
                "$argon2id$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$" + HASH,
                "$argon2id$m=65536,t=2,p=1$c29tZXNhbHQ$" + HASH,
                "$argon2id$v=19$m=65536,t=2,p=1,keyid=x$c29tZXNhbHQ$" + HASH,
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$" + HASH + "=",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHR$" + HASH,
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZQ$" + HASH,
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO0",
                "$argon2id$v=19$m=065536,t=2,p=1$c29tZXNhbHQ$" + HASH,
                "$2b$12$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuabcdefghijklmn"
            })
    void refusesWhatIsNotArgon2idOfVersion19InItsCanonicalForm(String text) {
        assertThat(Phc.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"m=262145,t=2,p=1", "m=65536,t=11,p=1", "m=65536,t=2,p=5", "m=31,t=2,p=4"})
    void refusesAHashThatWouldCostTooMuchOrThatCannotBe(String cost) {
        assertThat(Phc.read("$argon2id$v=19$" + cost + "$c29tZXNhbHQ$" + HASH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"m=262144,t=10,p=4", "m=8,t=1,p=1"})
    void acceptsAHashAtTheCaps(String cost) {
        assertThat(Phc.read("$argon2id$v=19$" + cost + "$c29tZXNhbHQ$" + HASH)).isPresent();
    }

    @Test
    void isHiddenInLogs() {
        assertThat(Phc.read("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$" + HASH)
                        .orElseThrow())
                .hasToString("Phc[hidden]");
    }
}
