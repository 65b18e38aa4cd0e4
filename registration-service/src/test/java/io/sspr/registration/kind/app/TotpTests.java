package io.sspr.registration.kind.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.registration.kind.RegisterProperties.AppHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    private static final TotpSeed RFC_SEED =
            TotpSeed.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII), AppHash.SHA1);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
        "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
    })
    void computesTheVectorsOfRfc4226(long counter, String code) {
        assertThat(Totp.hotp(RFC_SEED, counter, 6)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void computesTheVectorsOfRfc6238(long second, String code) {
        assertThat(Totp.hotp(RFC_SEED, second / 30, 8)).isEqualTo(code);
        assertThat(Totp.codeAt(RFC_SEED, Instant.ofEpochSecond(second))).isEqualTo(code.substring(2));
    }

    @ParameterizedTest
    @CsvSource({
        "59, 46119246",
        "1111111109, 68084774",
        "1111111111, 67062674",
        "1234567890, 91819424",
        "2000000000, 90698825",
        "20000000000, 77737706"
    })
    void computesTheVectorsOfRfc6238WithSha256(long second, String code) {
        TotpSeed seed =
                TotpSeed.of("12345678901234567890123456789012".getBytes(StandardCharsets.US_ASCII), AppHash.SHA256);
        assertThat(Totp.hotp(seed, second / 30, 8)).isEqualTo(code);
        assertThat(Totp.stepOf(seed, code.substring(2), Instant.ofEpochSecond(second)))
                .hasValue(second / 30);
        assertThat(Totp.codeAt(TotpSeed.ofText(seed.text()), Instant.ofEpochSecond(second)))
                .isEqualTo(code.substring(2));
    }

    @Test
    void acceptsACodeOneStepEarlyOrLateAndNoFurther() {
        String code = Totp.codeAt(RFC_SEED, NOON);
        long step = NOON.getEpochSecond() / 30;
        assertThat(Totp.stepOf(RFC_SEED, code, NOON)).hasValue(step);
        assertThat(Totp.stepOf(RFC_SEED, code, NOON.plusSeconds(59))).hasValue(step);
        assertThat(Totp.stepOf(RFC_SEED, code, NOON.minusSeconds(30))).hasValue(step);
        assertThat(Totp.stepOf(RFC_SEED, code, NOON.plusSeconds(60))).isEmpty();
        assertThat(Totp.stepOf(RFC_SEED, code, NOON.minusSeconds(31))).isEmpty();
    }

    @Test
    void takesNothingElseForACode() {
        assertThat(Totp.stepOf(RFC_SEED, "", NOON)).isEmpty();
        assertThat(Totp.stepOf(RFC_SEED, Totp.codeAt(RFC_SEED, NOON) + "0", NOON))
                .isEmpty();
        assertThat(Totp.stepOf(RFC_SEED, "١٢٣٤٥٦", NOON)).isEmpty();
    }
}
