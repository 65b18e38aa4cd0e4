package io.sspr.registration.kind.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.registration.kind.RegisterProperties.AppHash;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OtpauthUriTests {

    private static final TotpSeed SEED =
            TotpSeed.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII), AppHash.SHA1);

    @Test
    void namesTheIssuerTwiceAndTheParametersThatAppsKnow() {
        assertThat(OtpauthUri.of("ACME Co", "john.doe@email.com", SEED))
                .isEqualTo("otpauth://totp/ACME%20Co:john.doe@email.com"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=ACME%20Co"
                        + "&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void namesTheHash() {
        TotpSeed seed = TotpSeed.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII), AppHash.SHA256);
        assertThat(OtpauthUri.of("ACME", "ana", seed)).contains("&algorithm=SHA256&");
    }

    @Test
    void letsNoLoginReachIntoTheParameters() {
        assertThat(OtpauthUri.of("ACME", "a?secret=X&b:c/č", SEED))
                .startsWith("otpauth://totp/ACME:a%3Fsecret%3DX%26b%3Ac%2F%C4%8D?secret=GEZ");
    }

    @Test
    void shortensLongLoginsWithoutCuttingACharacterInTwo() {
        assertThat(OtpauthUri.of("ACME", "🔑".repeat(256), SEED))
                .contains("ACME:" + "%F0%9F%94%91".repeat(64) + "?")
                .hasSizeLessThan(2048);
    }
}
