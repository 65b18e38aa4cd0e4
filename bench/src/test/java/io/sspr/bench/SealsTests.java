package io.sspr.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealsTests {

    private final Seals.Count count = new Seals.Count();

    @Test
    void countsByAlgorithmAndWhatIsRepeatedOnce() {
        add("{\"login\":\"" + sealed("ECDH-ES+A256KW", "one") + "\",\"code\":\"" + sealed("A256KW", "two") + "\"}");
        add("{\"login\":\"" + sealed("ECDH-ES+A256KW", "one") + "\"}");
        add("{\"login\":\"" + sealed("ECDH-ES+A256KW", "three") + "\"}");
        assertThat(count.soFar()).isEqualTo(new Seals(2, 1));
    }

    @Test
    void countsNothingElse() {
        count.add(null);
        add("{\"flow\":\"1b4e28ba-2fa1-11d2-883f-0016d3cca427\",\"assertion\":\"" + header("ES256") + ".e30.c2ln\"}");
        assertThat(count.soFar()).isEqualTo(new Seals(0, 0));
    }

    private void add(String value) {
        count.add(value.getBytes(StandardCharsets.UTF_8));
    }

    private static String sealed(String algorithm, String tag) {
        return header(algorithm) + ".a2V5.aXY.Y29udGVudA." + tag;
    }

    private static String header(String algorithm) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("{\"alg\":\"" + algorithm + "\"}").getBytes(StandardCharsets.UTF_8));
    }
}
