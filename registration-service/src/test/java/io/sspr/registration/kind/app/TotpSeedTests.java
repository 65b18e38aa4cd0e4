package io.sspr.registration.kind.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.registration.kind.RegisterProperties.AppHash;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpSeedTests {

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesBase32AsInRfc4648WithoutPadding(String text, String base32) {
        TotpSeed seed = TotpSeed.of(text.getBytes(StandardCharsets.US_ASCII), AppHash.SHA1);
        assertThat(seed.base32()).isEqualTo(base32);
        assertThat(TotpSeed.ofBase32(base32, AppHash.SHA1).bytes()).isEqualTo(seed.bytes());
    }

    @Test
    void hasOneHundredAndSixtyRandomBits() {
        SecureRandom random = new SecureRandom();
        TotpSeed seed = TotpSeed.generate(random, AppHash.SHA1);
        assertThat(seed.bytes()).hasSize(20);
        assertThat(seed.base32())
                .hasSize(32)
                .isNotEqualTo(TotpSeed.generate(random, AppHash.SHA1).base32());
        assertThat(TotpSeed.ofBase32(seed.base32(), AppHash.SHA1).bytes()).isEqualTo(seed.bytes());
    }

    @Test
    void keepsItsHashWithIt() {
        TotpSeed seed = TotpSeed.generate(new SecureRandom(), AppHash.SHA256);
        assertThat(seed.bytes()).hasSize(32);
        assertThat(seed.text()).isEqualTo("SHA256:" + seed.base32());
        assertThat(TotpSeed.ofText(seed.text()).hash()).isEqualTo(AppHash.SHA256);
        assertThat(TotpSeed.ofText("GEZDGNBVGY3TQOJQ").hash()).isEqualTo(AppHash.SHA1);
    }

    @Test
    void neitherPrintsNorRepeatsWhatItHolds() {
        TotpSeed seed = TotpSeed.generate(new SecureRandom(), AppHash.SHA1);
        assertThat(seed).hasToString("TotpSeed[hidden]");
        assertThatThrownBy(() -> TotpSeed.ofBase32("SECRET1", AppHash.SHA1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("SECRET");
    }
}
