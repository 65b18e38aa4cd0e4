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
import io.sspr.contract.seal.AssertionRejected.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssertionTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final ECKey PORTAL = SomeKeys.signing();
    private static final ECKey PORTAL_NEXT = SomeKeys.signing();
    private static final ECKey DESK = SomeKeys.signing();
    private static final AssertionVerifier VERIFIER =
            new AssertionVerifier(Map.of("portal", List.of(PORTAL.toPublicJWK(), PORTAL_NEXT), "desk", List.of(DESK)));
    private static final byte[] VALUE = "{\"sealed\":\"...\"}".getBytes(UTF_8);
    private static final UUID REQUEST = UUID.randomUUID();
    private static final String ACTION = "sspr.registration.register-method.v1";
    private static final Assertion GENUINE = at(NOW.minusSeconds(10), NOW.minusSeconds(100));

    @Test
    void isReadAsItWasSigned() throws AssertionRejected {
        assertThat(verified(new AssertionSigner(PORTAL).sign(GENUINE))).isEqualTo(GENUINE);
    }

    @Test
    void isBelievedFromEitherKeyWhileAClientRolls() throws AssertionRejected {
        assertThat(verified(new AssertionSigner(PORTAL_NEXT).sign(GENUINE))).isEqualTo(GENUINE);
    }

    @Test
    void carriesTheClaimsOfTheContract() throws Exception {
        JWSObject jws = JWSObject.parse(new AssertionSigner(PORTAL).sign(GENUINE));

        assertThat(jws.getHeader().toJSONObject())
                .isEqualTo(Map.of(
                        "alg",
                        "ES256",
                        "typ",
                        "sspr-assertion+jwt",
                        "kid",
                        PORTAL.computeThumbprint().toString()));
        assertThat(jws.getPayload().toJSONObject())
                .containsOnlyKeys("iss", "sub", "aud", "act", "jti", "dig", "iat", "auth_time", "amr")
                .containsEntry("dig", Sha256.of(VALUE))
                .containsEntry("amr", List.of("pwd", "otp"));
    }

    @Test
    void isBelievedUpToFiveMinutesAndNotASecondLonger() throws AssertionRejected {
        Instant oldest = NOW.minusSeconds(300);

        assertThat(verified(signed(at(oldest, oldest))).issuedAt()).isEqualTo(oldest);
        assertThat(reason(signed(at(oldest.minusSeconds(1), oldest.minusSeconds(1)))))
                .isEqualTo(Reason.EXPIRED);
    }

    @Test
    void mayBeAMinuteAheadAndNotASecondMore() throws AssertionRejected {
        Instant furthest = NOW.plusSeconds(60);

        assertThat(verified(signed(at(furthest, NOW))).issuedAt()).isEqualTo(furthest);
        assertThat(reason(signed(at(furthest.plusSeconds(1), NOW)))).isEqualTo(Reason.NOT_YET_VALID);
    }

    @Test
    void refusesASignInAfterTheAssertion() {
        assertThat(reason(signed(at(NOW, NOW.plusSeconds(61))))).isEqualTo(Reason.NOT_YET_VALID);
    }

    @Test
    void refusesAForgedSignature() throws JOSEException {
        JWSHeader portalsKid = header(JWSAlgorithm.ES256).build();

        assertThat(reason(jws(portalsKid, claims(), new ECDSASigner(SomeKeys.signing()))))
                .isEqualTo(Reason.BAD_SIGNATURE);
    }

    @Test
    void refusesChangedClaims() {
        String[] parts = signed(GENUINE).split("\\.", -1);
        String payload = new Base64URL(parts[1])
                .decodeToString()
                .replace(GENUINE.subject().toString(), UUID.randomUUID().toString());

        assertThat(reason(parts[0] + "." + Base64URL.encode(payload) + "." + parts[2]))
                .isEqualTo(Reason.BAD_SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 32, 63, 64, 65})
    void refusesASignatureOfZeros(int length) {
        String[] parts = signed(GENUINE).split("\\.", -1);

        assertThat(reason(parts[0] + "." + parts[1] + "." + Base64URL.encode(new byte[length])))
                .isEqualTo(Reason.BAD_SIGNATURE);
    }

    @Test
    void refusesAnUnknownKey() {
        assertThat(reason(new AssertionSigner(SomeKeys.signing()).sign(GENUINE)))
                .isEqualTo(Reason.UNKNOWN_KEY);
    }

    @Test
    void refusesTheKeyOfAnotherClient() {
        assertThat(reason(new AssertionSigner(DESK).sign(GENUINE))).isEqualTo(Reason.UNKNOWN_KEY);
    }

    @Test
    void refusesAnUnknownClient() {
        assertThat(reason(signed(GENUINE), "stranger", "registration-service", ACTION, REQUEST, VALUE))
                .isEqualTo(Reason.UNKNOWN_KEY);
    }

    @Test
    void refusesAnAssertionWithoutKid() throws JOSEException {
        JWSHeader header = header(JWSAlgorithm.ES256).keyID(null).build();

        assertThat(reason(jws(header, claims(), new ECDSASigner(PORTAL)))).isEqualTo(Reason.UNKNOWN_KEY);
    }

    @Test
    void refusesAClientThatSpeaksInAnothersName() {
        assertThat(reason(
                        new AssertionSigner(DESK).sign(GENUINE),
                        "desk",
                        "registration-service",
                        ACTION,
                        REQUEST,
                        VALUE))
                .isEqualTo(Reason.WRONG_ISSUER);
    }

    @Test
    void refusesAnAssertionForAnotherService() {
        assertThat(reason(signed(GENUINE), "portal", "reset-service", ACTION, REQUEST, VALUE))
                .isEqualTo(Reason.WRONG_AUDIENCE);
    }

    @Test
    void refusesAnAssertionForAnotherAction() {
        assertThat(reason(signed(GENUINE), "portal", "registration-service", "sspr.x.v1", REQUEST, VALUE))
                .isEqualTo(Reason.WRONG_ACTION);
    }

    @Test
    void refusesAnAssertionForAnotherRequest() {
        assertThat(reason(signed(GENUINE), "portal", "registration-service", ACTION, UUID.randomUUID(), VALUE))
                .isEqualTo(Reason.WRONG_REQUEST);
    }

    @Test
    void refusesAnAssertionForOtherContent() {
        assertThat(reason(signed(GENUINE), "portal", "registration-service", ACTION, REQUEST, new byte[] {1}))
                .isEqualTo(Reason.WRONG_CONTENT);
    }

    @Test
    void refusesAnythingUnsigned() {
        String header = Base64URL.encode("{\"alg\":\"none\",\"typ\":\"sspr-assertion+jwt\",\"kid\":\"" + kid() + "\"}")
                .toString();

        assertThat(reason(header + "." + Base64URL.encode(claims()) + ".")).isEqualTo(Reason.ALGORITHM_NOT_ALLOWED);
    }

    @Test
    void refusesAMacWithThePublicKeyAsSecret() throws JOSEException {
        byte[] publicKey = PORTAL.toECPublicKey().getEncoded();

        assertThat(reason(jws(header(JWSAlgorithm.HS256).build(), claims(), new MACSigner(publicKey))))
                .isEqualTo(Reason.ALGORITHM_NOT_ALLOWED);
    }

    @Test
    void refusesAKeyFromTheHeader() throws JOSEException {
        ECKey own = SomeKeys.signing();
        JWSHeader header = header(JWSAlgorithm.ES256).jwk(own.toPublicJWK()).build();

        assertThat(reason(jws(header, claims(), new ECDSASigner(own)))).isEqualTo(Reason.ALGORITHM_NOT_ALLOWED);
    }

    @Test
    void refusesCriticalExtensions() throws JOSEException {
        JWSHeader header = header(JWSAlgorithm.ES256)
                .criticalParams(Set.of("exp"))
                .customParam("exp", 1)
                .build();

        assertThat(reason(jws(header, claims(), new ECDSASigner(PORTAL)))).isEqualTo(Reason.ALGORITHM_NOT_ALLOWED);
    }

    @Test
    void refusesAnotherTypeOfJws() throws JOSEException {
        JWSHeader header = header(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("sspr-keys+jwt"))
                .build();

        assertThat(reason(jws(header, claims(), new ECDSASigner(PORTAL)))).isEqualTo(Reason.WRONG_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "sub", "aud", "act", "jti", "dig", "iat", "auth_time", "amr"})
    void refusesAMissingOrMistypedClaim(String name) throws JOSEException {
        String missing = claims().replace("\"" + name + "\":", "\"x\":");
        String mistyped = claims().replace("\"" + name + "\":", "\"" + name + "\":{},\"x\":");

        String none = claims().replace("\"" + name + "\":", "\"" + name + "\":null,\"x\":");
        String listOfNone = claims().replace("\"" + name + "\":", "\"" + name + "\":[null],\"x\":");

        assertThat(List.of(missing, mistyped, none, listOfNone))
                .allSatisfy(claims -> assertThat(
                                reason(jws(header(JWSAlgorithm.ES256).build(), claims, new ECDSASigner(PORTAL))))
                        .isEqualTo(Reason.MALFORMED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "QQ", "QQ.QQ.QQ", "e30.e30", "e30.e30.e30.e30", "hello world"})
    void refusesNonsense(String text) {
        assertThat(reason(text)).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void throwsNothingElseForHeadersOfStrangeTypes() {
        String claims = Base64URL.encode(claims()).toString();
        for (String name : List.of("alg", "typ", "kid")) {
            for (String value : List.of("null", "1", "true", "[]", "{}", "[null]")) {
                String header = "{\"alg\":\"ES256\",\"typ\":\"sspr-assertion+jwt\",\"kid\":\"" + kid() + "\"}";
                String strange = header.replaceFirst("\"" + name + "\":\"[^\"]*\"", "\"" + name + "\":" + value);

                assertThat(reason(Base64URL.encode(strange) + "." + claims + ".QQ"))
                        .isNotNull();
            }
        }
    }

    @Test
    void refusesSixtyFourKiBOfNonsense() {
        assertThat(reason("A".repeat(64 * 1024))).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void tellsNothingButTheReason() {
        AssertionRejected rejected =
                catchThrowableOfType(AssertionRejected.class, () -> verified(new AssertionSigner(DESK).sign(GENUINE)));

        assertThat(rejected).hasMessage("Rejected an assertion: UNKNOWN_KEY").hasNoCause();
    }

    @Test
    void onlyKeysOnP256Count() {
        ECKey other = SomeKeys.elliptic(Curve.P_384, "k");

        assertThatIllegalArgumentException().isThrownBy(() -> new AssertionSigner(other));
        assertThatIllegalArgumentException().isThrownBy(() -> new AssertionSigner(PORTAL.toPublicJWK()));
        assertThatIllegalArgumentException().isThrownBy(() -> new AssertionVerifier(Map.of("c", List.of(other))));
    }

    private static Assertion at(Instant issuedAt, Instant authTime) {
        return new Assertion(
                "portal",
                UUID.randomUUID(),
                "registration-service",
                ACTION,
                REQUEST,
                Sha256.of(VALUE),
                issuedAt,
                authTime,
                List.of("pwd", "otp"));
    }

    private static String signed(Assertion assertion) {
        return new AssertionSigner(PORTAL).sign(assertion);
    }

    private static String claims() {
        return new Base64URL(signed(GENUINE).split("\\.", -1)[1]).decodeToString();
    }

    private static String kid() {
        return KeyRules.thumbprint(PORTAL);
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm)
                .type(new JOSEObjectType("sspr-assertion+jwt"))
                .keyID(kid());
    }

    private static String jws(JWSHeader header, String claims, JWSSigner signer) throws JOSEException {
        JWSObject jws = new JWSObject(header, new Payload(claims));
        jws.sign(signer);
        return jws.serialize();
    }

    private static Assertion verified(String jws) throws AssertionRejected {
        return VERIFIER.verify(jws, "portal", "registration-service", ACTION, REQUEST, VALUE, NOW);
    }

    private static Reason reason(String jws) {
        return reason(jws, "portal", "registration-service", ACTION, REQUEST, VALUE);
    }

    private static Reason reason(
            String jws, String client, String audience, String action, UUID request, byte[] value) {
        return catchThrowableOfType(
                        AssertionRejected.class,
                        () -> VERIFIER.verify(jws, client, audience, action, request, value, NOW))
                .reason();
    }
}
