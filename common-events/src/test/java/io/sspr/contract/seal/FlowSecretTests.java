package io.sspr.contract.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FlowSecretTests {

    private static final String ZEROS = "A".repeat(43);

    private final FlowSecret secret = FlowSecret.generate(new SecureRandom());

    @Test
    void isKnownByItsHash() {
        assertThat(FlowSecret.matches(secret.text(), secret.hash())).isTrue();
        assertThat(FlowSecret.matches(ZEROS, secret.hash())).isFalse();
        assertThat(FlowSecret.matches(secret.text(), new FlowSecret(ZEROS).hash()))
                .isFalse();
    }

    @Test
    void isHashedAsBytesNotAsText() {
        assertThat(new FlowSecret(ZEROS).hash()).isEqualTo(Sha256.of(new byte[32]));
        assertThat(Sha256.of(new byte[0])).isEqualTo("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");
    }

    @Test
    void isNewEachTime() {
        assertThat(secret.text())
                .hasSize(43)
                .isNotEqualTo(FlowSecret.generate(new SecureRandom()).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAä"
            })
    void hasOneTextOnly(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FlowSecret(text))
                .withMessage("Not a flow secret");
        assertThat(FlowSecret.matches(text, secret.hash())).isFalse();
        assertThat(FlowSecret.matches(text, Sha256.of(new byte[0]))).isFalse();
        assertThat(FlowSecret.matches(secret.text(), text)).isFalse();
    }

    @Test
    void isHiddenInText() {
        assertThat(secret).asString().doesNotContain(secret.text());
    }

    @Test
    void isAPlainStringInJson() {
        JsonMapper json = new JsonMapper();

        assertThat(json.writeValueAsString(secret)).isEqualTo("\"" + secret.text() + "\"");
        assertThat(json.readValue("\"" + secret.text() + "\"", FlowSecret.class))
                .isEqualTo(secret);
    }
}
