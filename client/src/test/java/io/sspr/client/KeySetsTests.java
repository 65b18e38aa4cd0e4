package io.sspr.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.Service;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.state.PublishedKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySetsTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final SealContext CONTEXT =
            new SealContext("reset-service", "sspr.request.sign-in.v1", new UUID(1, 2), null);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @BeforeEach
    void makeKeys() {
        keys(NOW).generate(List.of());
    }

    @Test
    void sealsToTheKeyThatTheAnchorSigned() throws Exception {
        KeySets keySets = new KeySets(keys(NOW).anchorThumbprint());
        keySets.received(Service.RESET, published(NOW));

        assertThat(opened(keySets)).isEqualTo("{}");
    }

    @Test
    void goesOnWithTheNewestSetWhateverIsPublishedAgain() throws Exception {
        KeySets keySets = new KeySets(keys(NOW).anchorThumbprint());
        Envelope<Message> old = published(NOW);
        keys(NOW).addSealingKey("reset-service", NOW.plusSeconds(60));
        keySets.received(Service.RESET, published(NOW.plusSeconds(61)));
        String kid = kid(keySets);
        keySets.received(Service.RESET, old);

        assertThat(kid(keySets)).isEqualTo(kid);
        assertThat(opened(keySets)).isEqualTo("{}");
    }

    @Test
    void doesNotSealToAKeyThatSomebodyElseSigned() {
        KeySets keySets = new KeySets("another-anchor");
        keySets.received(Service.RESET, published(NOW));

        assertThatThrownBy(() -> keySets.sealer(Service.RESET, Duration.ofMillis(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("reset-service on sspr.keys.reset")
                .hasMessageContaining("WRONG_ANCHOR");
    }

    @Test
    void doesNotSealToTheKeyOfAnotherService() {
        KeySets keySets = new KeySets(keys(NOW).anchorThumbprint());
        keySets.received(Service.REGISTRATION, published(NOW));

        assertThatThrownBy(() -> keySets.sealer(Service.REGISTRATION, Duration.ofMillis(1)))
                .hasMessageContaining("WRONG_SERVICE");
    }

    private KeyMaterial keys(Instant now) {
        return new KeyMaterial(directory, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Envelope<Message> published(Instant now) {
        Message message = new PublishedKeys(keys(now).signedKeySet("reset-service"));
        return new Envelope<>(UUID.randomUUID(), "reset-service", now, null, null, null, null, null, null, message);
    }

    private String opened(KeySets keySets) throws Exception {
        byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
        byte[] opened = keys(NOW)
                .opener("reset-service")
                .open(keySets.sealer(Service.RESET, Duration.ofSeconds(1)).seal(json, CONTEXT, NOW), CONTEXT);
        return new String(opened, StandardCharsets.UTF_8);
    }

    private static String kid(KeySets keySets) {
        String shown = keySets.sealer(Service.RESET, Duration.ofSeconds(1))
                .seal("{}".getBytes(StandardCharsets.UTF_8), CONTEXT, NOW)
                .toString();
        return shown.substring(0, shown.indexOf(','));
    }
}
