package io.sspr.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    /** RFC 6238 appendix B; the seeds are the digits repeated up to the size of the hash. */
    @ParameterizedTest
    @CsvSource({
        "59,          94287082, 46119246, 90693936",
        "1111111109,  07081804, 68084774, 25091201",
        "1111111111,  14050471, 67062674, 99943326",
        "1234567890,  89005924, 91819424, 93441116",
        "2000000000,  69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void makesTheCodesOfTheRfc(long second, String sha1, String sha256, String sha512) {
        assertThat(code(20, "SHA1", second)).isEqualTo(sha1);
        assertThat(code(32, "SHA256", second)).isEqualTo(sha256);
        assertThat(code(64, "SHA512", second)).isEqualTo(sha512);
    }

    @Test
    void scansTheUriOfAQrCode() {
        String uri = "otpauth://totp/Example:alice%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Example&algorithm=SHA1&digits=6&period=30";
        Totp totp = Totp.scan(uri);

        assertThat(totp.code(totp.step(Instant.ofEpochSecond(59)))).isEqualTo("287082");
        assertThat(totp).hasToString("Totp[hidden]");
    }

    @Test
    void takesSixDigitsAndThirtySecondsWhereTheUriIsSilent() {
        Totp totp = Totp.scan("otpauth://totp/x?secret=gezdgnbvgy3tqojqgezdgnbvgy3tqojq");

        assertThat(totp.code(1)).isEqualTo("287082");
        assertThat(totp.begin(2)).isEqualTo(Instant.ofEpochSecond(60));
    }

    @Test
    void refusesWhatIsNoSuchUri() {
        assertThatThrownBy(() -> Totp.scan("https://example.org/?secret=GEZA"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Totp.scan("otpauth://totp/x?secret=1!"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not base32");
    }

    @Test
    void decodesBase32() {
        assertThat(Totp.base32("MZXW6YTBOI======")).isEqualTo("foobar".getBytes(StandardCharsets.US_ASCII));
        assertThat(Totp.base32("MZXW6YQ")).isEqualTo("foob".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void anAppKnowsHowLongItsNextCodeTakes() {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(1_000_000_010), ZoneOffset.UTC);
        AuthenticatorApp app = new AuthenticatorApp("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", clock);

        assertThat(app.untilNext()).isZero();
        assertThat(app.code()).hasSize(6);
        assertThat(app.untilNext()).isEqualTo(Duration.ofSeconds(10));
    }

    private static String code(int bytes, String algorithm, long second) {
        byte[] seed = "1234567890".repeat(7).substring(0, bytes).getBytes(StandardCharsets.US_ASCII);
        Totp totp = new Totp(seed, algorithm, 8, Duration.ofSeconds(30));
        return totp.code(totp.step(Instant.ofEpochSecond(second)));
    }
}
