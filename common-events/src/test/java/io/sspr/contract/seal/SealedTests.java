package io.sspr.contract.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.util.Base64URL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class SealedTests {

    private static final String JWE = Base64URL.encode("{\"kid\":\"k-1\"}") + ".a2V5.aXY.dGV4dA.dGFn";

    private final JsonMapper json = new JsonMapper();

    record Holder(Sealed secret) {}

    @Test
    void isAPlainStringInJson() {
        String text = json.writeValueAsString(new Holder(new Sealed(JWE)));

        assertThat(text).isEqualTo("{\"secret\":\"" + JWE + "\"}");
        assertThat(json.readValue(text, Holder.class)).isEqualTo(new Holder(new Sealed(JWE)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hunter2", "QQ.QQ.QQ.QQ", "QQ.QQ.QQ.QQ.QQ.QQ", ".QQ.QQ.QQ.QQ", "QQ.QQ..QQ.QQ", "QQ.QQ.QQ.QQ."
            })
    void hasFiveParts(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sealed(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q Q", "QQ==", "Q+", "Q/", "Qä", "QQ\n", "Q", "QR", "QQB"})
    void hasOnlyCanonicalBase64urlInItsParts(String part) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sealed("QQ.QQ.QQ.QQ." + part));
    }

    @Test
    void mayLackAWrappedKeyAsDirectEncryptionDoes() {
        assertThat(new Sealed("QQ..QQ.QQ.QQ").jwe()).isEqualTo("QQ..QQ.QQ.QQ");
    }

    @Test
    void isAtMost16KiBLong() {
        String longest = "QQ.QQ.QQ.QQ." + "A".repeat(16 * 1024 - 12);

        assertThat(new Sealed(longest).jwe()).hasSize(16 * 1024);
        assertThatIllegalArgumentException().isThrownBy(() -> new Sealed(longest + "AA"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sealed("A".repeat(64 * 1024)));
    }

    @Test
    void repeatsNothingOfABadTextInAnException() {
        assertThatThrownBy(() -> new Sealed("hunter2")).hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> json.readValue("{\"secret\":\"hunter2\"}", Holder.class))
                .isInstanceOf(JacksonException.class)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void showsItsKidAndSizeOnly() {
        assertThat(new Sealed(JWE)).hasToString("Sealed[k-1, " + JWE.length() + " bytes]");
        assertThat(new Holder(new Sealed(JWE))).asString().doesNotContain("dGV4dA");
    }

    @Test
    void showsNoKidThatCouldForgeALogLine() {
        String forged = Base64URL.encode("{\"kid\":\"k\\nERROR all is lost\"}") + ".QQ.QQ.QQ.QQ";

        assertThat(new Sealed(forged)).hasToString("Sealed[?, " + forged.length() + " bytes]");
        assertThat(new Sealed("not-json.QQ.QQ.QQ.QQ")).hasToString("Sealed[?, 20 bytes]");
    }
}
