package io.sspr.registration.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyKeyTests {

    @Test
    void takesAPublicKeyWithOrWithoutAName() throws JOSEException {
        ECKey named = new ECKeyGenerator(Curve.P_256).keyID("mine").generate();
        ECKey nameless = new ECKeyGenerator(Curve.P_256).generate();
        assertThat(ReplyKey.sealer(named.toPublicJWK().toJSONString())).isPresent();
        assertThat(ReplyKey.sealer(nameless.toPublicJWK().toJSONString())).isPresent();
    }

    @Test
    void refusesAPrivateKeyForItShouldNeverHaveBeenSent() throws JOSEException {
        assertThat(ReplyKey.sealer(new ECKeyGenerator(Curve.P_256).generate().toJSONString()))
                .isEmpty();
    }

    @Test
    void refusesOtherKindsOfKeys() throws JOSEException {
        assertThat(ReplyKey.sealer(
                        new ECKeyGenerator(Curve.P_384).generate().toPublicJWK().toJSONString()))
                .isEmpty();
        assertThat(ReplyKey.sealer(new OctetSequenceKeyGenerator(256).generate().toJSONString()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "not json",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":5,\"y\":[]}",
                "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"AA\"}"
            })
    void refusesWhatIsNoKey(String text) {
        assertThat(ReplyKey.sealer(text)).isEmpty();
    }
}
