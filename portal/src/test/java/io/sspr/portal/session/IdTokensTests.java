package io.sspr.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTokensTests {

    private static final Instant NOW = Instant.parse("2026-11-24T20:00:00Z");

    @Test
    void takesAnAccountsIdAsItWasTold() {
        UUID id = UUID.randomUUID();

        assertThat(IdTokens.account(id.toString())).contains(id);
        assertThat(IdTokens.account(null)).isEmpty();
        assertThat(IdTokens.account(7)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "ana.novak",
                "6F1C2E1A-0000-4000-8000-000000000001",
                " 6f1c2e1a-0000-4000-8000-000000000001"
            })
    void takesNothingElseForOne(String text) {
        assertThat(IdTokens.account(text)).isEmpty();
    }

    @Test
    void vouchesForNoFactorThatTheProviderDoesNotName() {
        assertThat(IdTokens.methods(null)).isEmpty();
        assertThat(IdTokens.methods("mfa")).isEmpty();
        assertThat(IdTokens.methods(List.of())).isEmpty();
        assertThat(IdTokens.methods(List.of("pwd"))).containsExactly("pwd");
        assertThat(IdTokens.methods(List.of("pwd", "otp", "mfa"))).containsExactly("pwd", "otp", "mfa");
        assertThat(IdTokens.methods(Arrays.asList("pwd", 5, null, "x y", "MFA")))
                .containsExactly("pwd");
    }

    @Test
    void neverTakesASignInForLaterThanNow() {
        assertThat(IdTokens.since(null, NOW)).isEqualTo(NOW);
        assertThat(IdTokens.since(NOW.plusSeconds(90), NOW)).isEqualTo(NOW);
        assertThat(IdTokens.since(NOW.minusSeconds(90), NOW)).isEqualTo(NOW.minusSeconds(90));
    }

    @Test
    void wantsASignatureByAPublicKey() {
        assertThat(IdTokens.algorithm(null)).isEqualTo("RS256");
        assertThat(IdTokens.algorithm(List.of("ES256", "HS256"))).isEqualTo("ES256");
        assertThat(IdTokens.algorithm(List.of("HS256", "none"))).isEqualTo("RS256");
    }

    @Test
    void takesALoginThatCanBeOne() {
        assertThat(IdTokens.login("ana.novak")).isEqualTo("ana.novak");
        assertThat(IdTokens.login(" ")).isNull();
        assertThat(IdTokens.login(null)).isNull();
        assertThat(IdTokens.login("a".repeat(257))).isNull();
    }
}
