package io.sspr.contract.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.io.IOException;
import java.io.InputStream;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SealingTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.75Z");
    private static final ECKey KEY = SomeKeys.sealing("service-key");
    private static final OctetSequenceKey SHARED = SomeKeys.shared("pair-key");
    private static final Opener OPENER = new Opener(List.of(KEY, SHARED));
    private static final SealContext IN_A_FLOW =
            new SealContext("reset-service", "sspr.golden.v1", UUID.randomUUID(), UUID.randomUUID());
    private static final SealContext IN_NO_FLOW =
            new SealContext("reset-service", "sspr.golden.v1", UUID.randomUUID(), null);

    static Stream<Sealer> sealers() {
        return Stream.of(Sealer.to(KEY.toPublicJWK()), Sealer.pairwise(SHARED));
    }

    @ParameterizedTest
    @MethodSource("sealers")
    void whatIsSealedCanBeOpenedWhereItBelongs(Sealer sealer) throws CannotOpen {
        byte[] secret = "{\"newPassword\":\"pässword  \"}".getBytes(UTF_8);

        assertThat(OPENER.open(sealer.seal(secret, IN_A_FLOW, NOW), IN_A_FLOW)).isEqualTo(secret);
        assertThat(OPENER.open(sealer.seal(secret, IN_NO_FLOW, NOW), IN_NO_FLOW))
                .isEqualTo(secret);
    }

    @ParameterizedTest
    @MethodSource("sealers")
    void theProtectedHeaderSaysWhatTheSealIsBoundTo(Sealer sealer) throws ParseException {
        Map<String, Object> header = headerOf(sealer.seal(new byte[0], IN_A_FLOW, NOW));

        assertThat(header)
                .containsEntry("enc", "A256GCM")
                .containsEntry("typ", "sspr.golden.v1")
                .containsEntry("aud", "reset-service")
                .containsEntry("mid", IN_A_FLOW.messageId().toString())
                .containsEntry("flow", String.valueOf(IN_A_FLOW.flow()))
                .containsEntry("iat", NOW.getEpochSecond());
        assertThat(headerOf(sealer.seal(new byte[0], IN_NO_FLOW, NOW))).doesNotContainKey("flow");
    }

    @Test
    void theHeaderNamesTheKeyAndItsAlgorithm() throws ParseException {
        assertThat(headerOf(Sealer.to(KEY).seal(new byte[0], IN_NO_FLOW, NOW)))
                .containsEntry("alg", "ECDH-ES+A256KW")
                .containsEntry("kid", "service-key");
        assertThat(headerOf(Sealer.pairwise(SHARED).seal(new byte[0], IN_NO_FLOW, NOW)))
                .containsEntry("alg", "A256KW")
                .containsEntry("kid", "pair-key");
    }

    @ParameterizedTest
    @MethodSource("sealers")
    void aSealDoesNotTellHowLongThePasswordIs(Sealer sealer) {
        assertThat(lengthWith(sealer, 1)).isEqualTo(lengthWith(sealer, 64)).isEqualTo(lengthWith(sealer, 512));
        assertThat(lengthWith(sealer, 513)).isEqualTo(lengthWith(sealer, 1024)).isGreaterThan(lengthWith(sealer, 512));
        assertThat(lengthWith(sealer, 1025)).isEqualTo(lengthWith(sealer, 2048));
        assertThat(lengthWith(sealer, 2049)).isEqualTo(lengthWith(sealer, 4096)).isLessThan(Sealed.LONGEST);
    }

    @ParameterizedTest
    @MethodSource("sealers")
    void nothingBeyond4096BytesIsSealed(Sealer sealer) {
        assertThatIllegalArgumentException().isThrownBy(() -> lengthWith(sealer, 4097));
    }

    @ParameterizedTest
    @MethodSource("sealers")
    void theSameSecretNeverLooksTheSame(Sealer sealer) {
        byte[] secret = "{}".getBytes(UTF_8);

        assertThat(sealer.seal(secret, IN_A_FLOW, NOW)).isNotEqualTo(sealer.seal(secret, IN_A_FLOW, NOW));
    }

    @Test
    void unfitKeysAreRefusedAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sealer.to(SomeKeys.elliptic(Curve.P_384, "k")));
        assertThatIllegalArgumentException().isThrownBy(() -> Sealer.to(SomeKeys.signing()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sealer.pairwise(new OctetSequenceKey.Builder(new byte[16])
                        .keyID("short")
                        .build()));
    }

    @Test
    void oneOpenerAndOneSealerServeEightThreads() throws Exception {
        List<Callable<Boolean>> work = new ArrayList<>();
        sealers().forEach(sealer -> {
            for (int i = 0; i < 100; i++) {
                byte[] secret = ("{\"n\":" + i + "}").getBytes(UTF_8);
                SealContext context = new SealContext("reset-service", "t" + i, UUID.randomUUID(), UUID.randomUUID());
                work.add(() -> Arrays.equals(secret, OPENER.open(sealer.seal(secret, context, NOW), context)));
            }
        });
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Boolean> same : threads.invokeAll(work)) {
                assertThat(same.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void whatABrowserLibrarySealedCanBeOpened() throws Exception {
        Opener opener = new Opener(List.of(ECKey.parse(resource("sealed-in-javascript.jwk"))));
        SealContext context = new SealContext(
                "reset-service",
                "sspr.golden.v1",
                UUID.fromString("3f0c2b9e-5f0e-4d4c-9f43-0a5c5c1b7d01"),
                UUID.fromString("9a1b6b7e-0f5b-4b52-8b8e-6d2c1f7e5a02"));

        byte[] opened = opener.open(new Sealed(resource("sealed-in-javascript.jwe")), context);

        assertThat(opened).asString(UTF_8).isEqualTo("{\"newPassword\":\"a golden horse\"}");
    }

    private static int lengthWith(Sealer sealer, int bytes) {
        return sealer.seal("x".repeat(bytes).getBytes(UTF_8), IN_A_FLOW, NOW)
                .jwe()
                .length();
    }

    private static Map<String, Object> headerOf(Sealed sealed) throws ParseException {
        return CompactForm.json(sealed.parts().get(0));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SealingTests.class.getResourceAsStream("/seal/" + name)) {
            return new String(in.readAllBytes(), UTF_8).strip();
        }
    }
}
