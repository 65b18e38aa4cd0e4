package io.sspr.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.sspr.contract.MessageType;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** A run can be repeated, and no way to spoil a message leaves it as it was. */
class MaliceTests {

    private static final UUID ID = UUID.fromString("0b0e7a52-0f0b-4b6e-9b39-5f8f3f1e6a01");

    private final Sealer sealer = Sealer.to(key());
    private final Malice malice = new Malice(
            Map.of("reset-service", sealer),
            List.of("sspr.reset.requests.portal"),
            List.of(MessageType.SIGN_IN.wireName(), MessageType.REQUEST_RESET.wireName()));
    /** One and the same, for a seal is never the same twice. */
    private final ConsumerRecord<byte[], byte[]> signIn = signIn();

    @Test
    void everyWaySpoils() {
        malice.ways().forEach((name, way) -> {
            boolean spoilt = false;
            for (int seed = 0; seed < 50; seed++) spoilt |= !same(spoilt(way, seed), new Draft(signIn).record());
            assertThat(spoilt).as(name).isEqualTo(!name.equals("another topic"));
        });
    }

    @Test
    void theSameSeedSpoilsInTheSameWay() {
        malice.ways().forEach((name, way) -> {
            // A seal is never the same twice: it has a key of its own.
            if (!name.endsWith("good seal"))
                assertThat(same(spoilt(way, 7), spoilt(way, 7))).as(name).isTrue();
        });
    }

    private ProducerRecord<byte[], byte[]> spoilt(Malice.Way way, int seed) {
        Draft draft = new Draft(signIn);
        way.spoil(draft, new SplittableRandom(seed));
        return draft.record();
    }

    private static boolean same(ProducerRecord<byte[], byte[]> one, ProducerRecord<byte[], byte[]> other) {
        return one.topic().equals(other.topic())
                && Arrays.equals(one.key(), other.key())
                && Arrays.equals(one.value(), other.value())
                && Arrays.equals(one.headers().toArray(), other.headers().toArray());
    }

    private ConsumerRecord<byte[], byte[]> signIn() {
        String type = MessageType.SIGN_IN.wireName();
        String jwe = sealer.seal(
                        utf8("{\"login\":\"a\",\"password\":\"b\"}"),
                        new SealContext("reset-service", type, ID, null),
                        Instant.EPOCH)
                .jwe();
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                "sspr.reset.requests.portal",
                0,
                0,
                utf8(ID.toString()),
                utf8("{\"flow\":\"" + ID + "\",\"sealed\":\"" + jwe + "\"}"));
        record.headers().add("ce_type", utf8(type)).add("ce_id", utf8(ID.toString()));
        return record;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyIDFromThumbprint(true)
                    .keyUse(KeyUse.ENCRYPTION)
                    .algorithm(JWEAlgorithm.ECDH_ES_A256KW)
                    .generate()
                    .toPublicJWK();
        } catch (JOSEException e) {
            throw new IllegalStateException("no key", e);
        }
    }
}
