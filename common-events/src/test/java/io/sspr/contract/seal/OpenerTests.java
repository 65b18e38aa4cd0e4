package io.sspr.contract.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.AESEncrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.sspr.contract.seal.CannotOpen.Reason;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenerTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final ECKey KEY = SomeKeys.sealing("service-key");
    private static final OctetSequenceKey SHARED = SomeKeys.shared("pair-key");
    private static final Opener OPENER = new Opener(List.of(KEY, SHARED));
    private static final SealContext CONTEXT =
            new SealContext("reset-service", "sspr.reset.submit.v1", UUID.randomUUID(), UUID.randomUUID());
    private static final byte[] SECRET = "{\"newPassword\":\"hunter2hunter2\"}".getBytes(UTF_8);

    @Test
    void refusesASealMovedToAnotherMessage() {
        assertThat(reasonIn(new SealContext("reset-service", CONTEXT.type(), UUID.randomUUID(), CONTEXT.flow())))
                .isEqualTo(Reason.WRONG_MESSAGE);
    }

    @Test
    void refusesASealMovedToAnotherFlow() {
        assertThat(reasonIn(new SealContext("reset-service", CONTEXT.type(), CONTEXT.messageId(), UUID.randomUUID())))
                .isEqualTo(Reason.WRONG_FLOW);
    }

    @Test
    void refusesASealMovedOutOfItsFlow() {
        assertThat(reasonIn(new SealContext("reset-service", CONTEXT.type(), CONTEXT.messageId(), null)))
                .isEqualTo(Reason.WRONG_FLOW);
    }

    @Test
    void refusesASealWithoutFlowMovedIntoOne() {
        Sealed free = Sealer.to(KEY)
                .seal(SECRET, new SealContext("reset-service", CONTEXT.type(), CONTEXT.messageId(), null), NOW);

        assertThat(reason(free, CONTEXT)).isEqualTo(Reason.WRONG_FLOW);
    }

    @Test
    void refusesASealForAnotherService() {
        assertThat(reasonIn(
                        new SealContext("registration-service", CONTEXT.type(), CONTEXT.messageId(), CONTEXT.flow())))
                .isEqualTo(Reason.WRONG_AUDIENCE);
    }

    @Test
    void refusesASealMovedToAnotherTypeOfMessage() {
        assertThat(reasonIn(
                        new SealContext("reset-service", "sspr.reset.sign-in.v1", CONTEXT.messageId(), CONTEXT.flow())))
                .isEqualTo(Reason.WRONG_TYPE);
    }

    @Test
    void refusesWhatAServiceSealedForItsPeerWhenItComesBack() {
        Sealed toThePeer = Sealer.pairwise(SHARED).seal(SECRET, CONTEXT, NOW);
        SealContext atTheSender =
                new SealContext("registration-service", CONTEXT.type(), CONTEXT.messageId(), CONTEXT.flow());

        assertThat(reason(toThePeer, atTheSender)).isEqualTo(Reason.WRONG_AUDIENCE);
    }

    @ParameterizedTest
    @CsvSource({
        "none, A256GCM",
        "RSA1_5, A256GCM",
        "RSA-OAEP-256, A256GCM",
        "dir, A256GCM",
        "PBES2-HS512+A256KW, A256GCM",
        "ECDH-ES, A256GCM",
        "ECDH-ES+A128KW, A256GCM",
        "A128KW, A256GCM",
        "A256GCMKW, A256GCM",
        "ecdh-es+a256kw, A256GCM",
        "ECDH-ES+A256KW, A128GCM",
        "ECDH-ES+A256KW, A256CBC-HS512",
        "A256KW, A128GCM",
        "A256KW, none"
    })
    void refusesAnyOtherPairOfAlgorithms(String algorithm, String encryption) {
        Sealed forged = rewritten(sealed(), header -> {
            header.put("alg", algorithm);
            header.put("enc", encryption);
        });

        assertThat(reason(forged, CONTEXT)).isEqualTo(Reason.ALGORITHM_NOT_ALLOWED);
    }

    @Test
    void refusesDirectEncryptionWithTheSharedKey() throws JOSEException {
        JWEHeader header =
                header(JWEAlgorithm.DIR, EncryptionMethod.A256GCM, "pair-key").build();

        assertThat(reason(genuine(header, new DirectEncrypter(SHARED)), CONTEXT))
                .isEqualTo(Reason.ALGORITHM_NOT_ALLOWED);
    }

    @Test
    void refusesDirectKeyAgreement() throws JOSEException {
        JWEHeader header = header(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM, "service-key")
                .build();

        assertThat(reason(genuine(header, new ECDHEncrypter(KEY)), CONTEXT)).isEqualTo(Reason.ALGORITHM_NOT_ALLOWED);
    }

    @Test
    void refusesContentEncryptedWith128Bits() throws JOSEException {
        JWEHeader header = header(SealHeader.TO_A_SERVICE, EncryptionMethod.A128GCM, "service-key")
                .build();

        assertThat(reason(genuine(header, new ECDHEncrypter(KEY)), CONTEXT)).isEqualTo(Reason.ALGORITHM_NOT_ALLOWED);
    }

    @Test
    void refusesCompressedContent() throws JOSEException {
        JWEHeader header = ours().compressionAlgorithm(CompressionAlgorithm.DEF).build();

        assertThat(reason(genuine(header, new ECDHEncrypter(KEY)), CONTEXT)).isEqualTo(Reason.ALGORITHM_NOT_ALLOWED);
    }

    @Test
    void refusesCriticalExtensions() throws JOSEException {
        JWEHeader header = ours().criticalParams(Set.of("iat")).build();

        assertThat(reason(genuine(header, new ECDHEncrypter(KEY)), CONTEXT)).isEqualTo(Reason.ALGORITHM_NOT_ALLOWED);
    }

    @Test
    void refusesKeysFromTheHeader() throws JOSEException {
        ECDHEncrypter encrypter = new ECDHEncrypter(KEY);
        URI elsewhere = URI.create("https://attacker.example/keys");

        assertThat(List.of(
                        genuine(ours().jwkURL(elsewhere).build(), encrypter),
                        genuine(ours().jwk(KEY.toPublicJWK()).build(), encrypter),
                        genuine(ours().x509CertURL(elsewhere).build(), encrypter)))
                .allSatisfy(forged -> assertThat(reason(forged, CONTEXT)).isEqualTo(Reason.ALGORITHM_NOT_ALLOWED));
    }

    @Test
    void refusesAnEphemeralKeyOnAnotherCurve() {
        Map<String, Object> otherCurve =
                SomeKeys.elliptic(Curve.P_384, "e").toPublicJWK().toJSONObject();

        assertThat(reason(rewritten(sealed(), header -> header.put("epk", otherCurve)), CONTEXT))
                .isEqualTo(Reason.ALGORITHM_NOT_ALLOWED);
        assertThat(reason(rewritten(sealed(), header -> header.remove("epk")), CONTEXT))
                .isEqualTo(Reason.ALGORITHM_NOT_ALLOWED);
    }

    @Test
    void refusesAnEphemeralKeyThatIsNoPointOfTheCurve() {
        Map<String, Object> noPoint = Map.of("kty", "EC", "crv", "P-256", "x", "AQ", "y", "AQ");

        assertThat(reason(rewritten(sealed(), header -> header.put("epk", noPoint)), CONTEXT))
                .isEqualTo(Reason.MALFORMED);
    }

    @Test
    void refusesAnUnknownKidWithoutTryingItsKeys() {
        Sealed seal =
                Sealer.to(new ECKey.Builder(KEY).keyID("rolled-away").build()).seal(SECRET, CONTEXT, NOW);

        assertThat(reason(seal, CONTEXT)).isEqualTo(Reason.UNKNOWN_KEY);
    }

    @Test
    void refusesASealWithoutKid() throws JOSEException {
        JWEHeader header = ours().keyID(null).build();

        assertThat(reason(genuine(header, new ECDHEncrypter(KEY)), CONTEXT)).isEqualTo(Reason.UNKNOWN_KEY);
    }

    @Test
    void refusesAnAlgorithmThatIsNotTheKeysOwn() throws JOSEException {
        JWEHeader header = header(SealHeader.PAIRWISE, SealHeader.ENCRYPTION, "service-key")
                .build();

        assertThat(reason(genuine(header, new AESEncrypter(SHARED)), CONTEXT)).isEqualTo(Reason.ALGORITHM_NOT_ALLOWED);
    }

    @Test
    void refusesWhatWasSealedToAnotherKeyUnderOurKid() {
        assertThat(reason(Sealer.to(SomeKeys.sealing("service-key")).seal(SECRET, CONTEXT, NOW), CONTEXT))
                .isEqualTo(Reason.DECRYPTION_FAILED);
        assertThat(reason(Sealer.pairwise(SomeKeys.shared("pair-key")).seal(SECRET, CONTEXT, NOW), CONTEXT))
                .isEqualTo(Reason.DECRYPTION_FAILED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void refusesAChangeInAnyPart(int part) throws ParseException {
        for (Sealed seal : List.of(sealed(), Sealer.pairwise(SHARED).seal(SECRET, CONTEXT, NOW))) {
            byte[] changed = seal.parts().get(part).decode();
            changed[0] ^= 1;

            assertThat(reason(withPart(seal, part, Base64URL.encode(changed)), CONTEXT))
                    .isEqualTo(Reason.DECRYPTION_FAILED);
        }
    }

    @Test
    void refusesATagCutShort() throws ParseException {
        byte[] tag = sealed().parts().get(4).decode();

        assertThat(reason(withPart(sealed(), 4, Base64URL.encode(Arrays.copyOf(tag, 4))), CONTEXT))
                .isEqualTo(Reason.DECRYPTION_FAILED);
    }

    @Test
    void refusesAHeaderRewrittenToFitAnotherMessage() {
        SealContext other = new SealContext("reset-service", CONTEXT.type(), UUID.randomUUID(), CONTEXT.flow());
        Sealed moved = rewritten(
                sealed(), header -> header.put("mid", other.messageId().toString()));

        assertThat(reason(moved, other)).isEqualTo(Reason.DECRYPTION_FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "[]",
                "[{}]",
                "\"x\"",
                "7",
                " ",
                "null",
                "{",
                "{\"alg\":\"A256KW\",\"alg\":\"A256KW\"}"
            })
    void refusesAHeaderThatIsNoJsonObject(String header) {
        assertThat(reason(new Sealed(Base64URL.encode(header) + ".QQ.QQ.QQ.QQ"), CONTEXT))
                .isEqualTo(Reason.MALFORMED);
    }

    @Test
    void refusesContentThatTellsItsLength() throws JOSEException {
        JWEObject unpadded = new JWEObject(ours().build(), new Payload(SECRET));
        unpadded.encrypt(new ECDHEncrypter(KEY));

        assertThat(reason(new Sealed(unpadded.serialize()), CONTEXT)).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void tellsNothingButTheReason() {
        Sealed seal = sealed();
        CannotOpen refusal = refusal(seal, new SealContext("x", "y", UUID.randomUUID(), null));

        assertThat(refusal).hasMessage("Cannot open a seal: WRONG_AUDIENCE").hasNoCause();
        assertThat(refusal.getStackTrace()).isEmpty();
    }

    @Test
    void throwsNothingElseWhateverAStrangerWrites() {
        Random random = new Random(20261122);
        int opened = 0;
        for (Sealed seal : List.of(sealed(), Sealer.pairwise(SHARED).seal(SECRET, CONTEXT, NOW))) {
            for (int i = 0; i < 500; i++) {
                Sealed broken = scrambled(seal, random);
                opened += refusal(broken, CONTEXT) == null ? 1 : 0;
            }
        }
        assertThat(opened).isZero();
    }

    @Test
    void throwsNothingElseForHeadersOfStrangeTypes() {
        List<@Nullable Object> strange =
                Arrays.asList(null, 1, -1.5, true, "", List.of(), Map.of(), Map.of("kty", "EC", "crv", "P-256"));
        for (String name : List.of("alg", "enc", "kid", "typ", "cty", "aud", "mid", "flow", "iat", "epk")) {
            for (Object value : strange) {
                assertThat(refusal(rewritten(sealed(), header -> header.put(name, value)), CONTEXT))
                        .as(name + " " + value)
                        .isNotNull();
            }
        }
    }

    @Test
    void takesOnlyKeysItCanUse() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Opener(List.of(KEY.toPublicJWK())));
        assertThatIllegalArgumentException().isThrownBy(() -> new Opener(List.of(SomeKeys.elliptic(Curve.P_384, "k"))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Opener(List.of(KEY, KEY)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Opener(List.of(SomeKeys.signing())));
    }

    private static Sealed sealed() {
        return Sealer.to(KEY).seal(SECRET, CONTEXT, NOW);
    }

    private static JWEHeader.Builder ours() {
        return header(SealHeader.TO_A_SERVICE, SealHeader.ENCRYPTION, "service-key");
    }

    private static JWEHeader.Builder header(JWEAlgorithm algorithm, EncryptionMethod encryption, String kid) {
        JWEHeader ours = SealHeader.write(SealHeader.TO_A_SERVICE, kid, CONTEXT, NOW);
        return new JWEHeader.Builder(algorithm, encryption)
                .keyID(kid)
                .type(ours.getType())
                .audience(ours.getAudience())
                .customParams(ours.getCustomParams());
    }

    /** Encrypted for real, so that nothing but the header speaks against it. */
    private static Sealed genuine(JWEHeader header, JWEEncrypter encrypter) throws JOSEException {
        JWEObject jwe = new JWEObject(header, new Payload(Padding.pad(SECRET)));
        jwe.encrypt(encrypter);
        return new Sealed(jwe.serialize());
    }

    private static Sealed rewritten(Sealed sealed, Consumer<Map<String, Object>> change) {
        try {
            Map<String, Object> header =
                    new LinkedHashMap<>(CompactForm.json(sealed.parts().get(0)));
            change.accept(header);
            return withPart(sealed, 0, Base64URL.encode(JSONObjectUtils.toJSONString(header)));
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static Sealed withPart(Sealed sealed, int part, Base64URL value) {
        String[] parts = sealed.jwe().split("\\.", -1);
        parts[part] = value.toString();
        return new Sealed(String.join(".", parts));
    }

    private static Sealed scrambled(Sealed sealed, Random random) {
        String[] parts = sealed.jwe().split("\\.", -1);
        // Mostly the header, where there is something to parse.
        int part = random.nextBoolean() ? 0 : random.nextInt(parts.length);
        byte[] bytes = new Base64URL(parts[part]).decode();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(127));
        return withPart(sealed, part, Base64URL.encode(bytes));
    }

    private static Reason reasonIn(SealContext elsewhere) {
        return reason(sealed(), elsewhere);
    }

    private static Reason reason(Sealed sealed, SealContext context) {
        return refusal(sealed, context).reason();
    }

    private static CannotOpen refusal(Sealed sealed, SealContext context) {
        return catchThrowableOfType(CannotOpen.class, () -> OPENER.open(sealed, context));
    }
}
