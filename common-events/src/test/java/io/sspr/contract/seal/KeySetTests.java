package io.sspr.contract.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import io.sspr.contract.seal.KeySetRejected.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.5Z");
    private static final ECKey ANCHOR = SomeKeys.signing();
    private static final String THUMBPRINT = KeyRules.thumbprint(ANCHOR);
    private static final ECKey NEW = SomeKeys.sealing("new");
    private static final ECKey OLD = SomeKeys.sealing("old");
    private static final KeySet SET = new KeySet("reset-service", List.of(NEW, OLD), NOW);

    @Test
    void isReadAsItWasSigned() throws KeySetRejected {
        KeySet read = KeySet.verify(SET.sign(ANCHOR), THUMBPRINT, "reset-service");

        assertThat(read).isEqualTo(SET);
        assertThat(read.current()).isEqualTo(NEW.toPublicJWK());
        assertThat(read.issuedAt()).isEqualTo("2026-11-22T10:00:00Z");
    }

    @Test
    void whatIsSealedToItsCurrentKeyTheServiceOpens() throws KeySetRejected, CannotOpen {
        ECKey published =
                KeySet.verify(SET.sign(ANCHOR), THUMBPRINT, "reset-service").current();
        SealContext context = new SealContext("reset-service", "t", UUID.randomUUID(), null);
        Sealed sealed = Sealer.to(published).seal("{}".getBytes(UTF_8), context, NOW);

        assertThat(new Opener(List.of(OLD, NEW)).open(sealed, context))
                .asString(UTF_8)
                .isEqualTo("{}");
    }

    @Test
    void neverHoldsNorPublishesAPrivatePart() {
        assertThat(SET.keys()).noneMatch(ECKey::isPrivate);
        assertThat(SET.toString() + payloadOf(SET.sign(ANCHOR)))
                .doesNotContain(NEW.getD().toString(), "\"d\"");
        assertThat(headerOf(SET.sign(ANCHOR))).doesNotContain("\"d\"");
    }

    @Test
    void refusesAnotherAnchor() {
        assertThat(reason(SET.sign(SomeKeys.signing()))).isEqualTo(Reason.WRONG_ANCHOR);
    }

    @Test
    void refusesTheAnchorsKeyInTheHeaderOverAForeignSignature() throws JOSEException {
        String forged = signed(
                header(JWSAlgorithm.ES256).build(), payloadOf(SET.sign(ANCHOR)), new ECDSASigner(SomeKeys.signing()));

        assertThat(reason(forged)).isEqualTo(Reason.BAD_SIGNATURE);
    }

    @Test
    void refusesAChangedSet() {
        String jws = SET.sign(ANCHOR);
        String payload = payloadOf(jws).replace("\"new\"", "\"neu\"");
        String[] parts = jws.split("\\.", -1);

        assertThat(reason(parts[0] + "." + Base64URL.encode(payload) + "." + parts[2]))
                .isEqualTo(Reason.BAD_SIGNATURE);
    }

    @Test
    void refusesTheSetOfAnotherService() {
        String jws = new KeySet("registration-service", List.of(NEW), NOW).sign(ANCHOR);

        assertThat(reason(jws)).isEqualTo(Reason.WRONG_SERVICE);
    }

    @Test
    void refusesAnythingUnsigned() {
        String header =
                Base64URL.encode("{\"alg\":\"none\",\"typ\":\"sspr-keys+jwt\"}").toString();

        assertThat(reason(header + "." + Base64URL.encode("{}") + ".")).isEqualTo(Reason.ALGORITHM_NOT_ALLOWED);
    }

    @Test
    void refusesAMacWithThePublicKeyAsSecret() throws JOSEException {
        JWSSigner mac = new MACSigner(ANCHOR.toPublicJWK().toJSONString().getBytes(UTF_8));

        assertThat(reason(signed(header(JWSAlgorithm.HS256).build(), "{}", mac)))
                .isEqualTo(Reason.ALGORITHM_NOT_ALLOWED);
    }

    @Test
    void refusesUnexpectedHeaderParameters() throws JOSEException {
        JWSHeader header = header(JWSAlgorithm.ES256)
                .criticalParams(Set.of("exp"))
                .customParam("exp", 1)
                .build();

        assertThat(reason(signed(header, "{}", new ECDSASigner(ANCHOR)))).isEqualTo(Reason.ALGORITHM_NOT_ALLOWED);
    }

    @Test
    void refusesAnotherTypeOfJws() throws JOSEException {
        JWSHeader header = header(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("sspr-assertion+jwt"))
                .build();

        assertThat(reason(signed(header, "{}", new ECDSASigner(ANCHOR)))).isEqualTo(Reason.WRONG_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "{}",
                "{\"service\":\"reset-service\",\"iat\":1}",
                "{\"service\":\"reset-service\",\"iat\":1,\"keys\":[]}",
                "{\"service\":\"reset-service\",\"iat\":1,\"keys\":[{\"alg\":\"ECDH-ES+A256KW\"}]}",
                "{\"service\":\"reset-service\",\"iat\":1,\"keys\":[{\"kty\":\"RSA\",\"alg\":\"RSA1_5\"}]}",
                "{\"service\":\"reset-service\",\"iat\":1,\"keys\":[null]}",
                "{\"service\":\"reset-service\",\"iat\":1,\"keys\":[1]}",
                "{\"service\":\"reset-service\",\"iat\":1,\"keys\":{}}",
                "{\"service\":\"reset-service\",\"iat\":null,\"keys\":[]}",
                "null",
                "[]",
                "{\"service\":7,\"iat\":1,\"keys\":[]}"
            })
    void refusesAGenuineSetWithoutAUsableKey(String payload) throws JOSEException {
        assertThat(reason(signed(header(JWSAlgorithm.ES256).build(), payload, new ECDSASigner(ANCHOR))))
                .isEqualTo(Reason.MALFORMED);
    }

    @Test
    void passesOverKeysForAlgorithmsOfTomorrow() throws JOSEException, KeySetRejected {
        String payload =
                payloadOf(SET.sign(ANCHOR)).replace("\"keys\":[", "\"keys\":[{\"kty\":\"AKP\",\"alg\":\"HPKE-9\"},");

        assertThat(KeySet.verify(
                        signed(header(JWSAlgorithm.ES256).build(), payload, new ECDSASigner(ANCHOR)),
                        THUMBPRINT,
                        "reset-service"))
                .isEqualTo(SET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "QQ", "QQ.QQ", "QQ.QQ.QQ", "e30.e30.e30.e30", "hello world"})
    void refusesNonsense(String text) {
        assertThat(reason(text)).isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "1",
                "[]",
                "{}",
                "{\"kty\":\"EC\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AQ\",\"y\":\"AQ\"}"
            })
    void refusesAHeaderWithoutAUsableAnchor(String jwk) {
        String header = "{\"alg\":\"ES256\",\"typ\":\"sspr-keys+jwt\",\"jwk\":" + jwk + "}";

        assertThat(reason(Base64URL.encode(header) + ".e30.QQ")).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void refusesA64KiBHeader() {
        assertThat(reason("A".repeat(64 * 1024) + ".QQ.QQ")).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void isMadeOfDistinctKeysForSealingOnly() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KeySet("s", List.of(), NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> new KeySet("s", List.of(NEW, NEW), NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> new KeySet("s", List.of(ANCHOR), NOW));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeySet("s", List.of(SomeKeys.elliptic(Curve.P_384, "k")), NOW));
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm)
                .type(new JOSEObjectType("sspr-keys+jwt"))
                .jwk(ANCHOR.toPublicJWK());
    }

    private static String signed(JWSHeader header, String payload, JWSSigner signer) throws JOSEException {
        JWSObject jws = new JWSObject(header, new Payload(payload));
        jws.sign(signer);
        return jws.serialize();
    }

    private static String headerOf(String jws) {
        return new Base64URL(jws.split("\\.", -1)[0]).decodeToString();
    }

    private static String payloadOf(String jws) {
        return new Base64URL(jws.split("\\.", -1)[1]).decodeToString();
    }

    private static Reason reason(String jws) {
        return catchThrowableOfType(KeySetRejected.class, () -> KeySet.verify(jws, THUMBPRINT, "reset-service"))
                .reason();
    }
}
