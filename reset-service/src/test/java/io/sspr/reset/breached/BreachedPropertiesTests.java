package io.sspr.reset.breached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BreachedPropertiesTests {

    @Test
    void nothingIsAskedByDefault() {
        assertThat(bound(Map.of())).isEqualTo(new BreachedProperties(null, null, Duration.ofSeconds(2)));
    }

    @Test
    void everyOneCanBeSet() {
        assertThat(bound(Map.of(
                        "sspr.reset.breached.file", "breached.txt",
                        "sspr.reset.breached.range-url", "https://breached.example.org/api",
                        "sspr.reset.breached.timeout", "500ms")))
                .isEqualTo(new BreachedProperties(
                        Path.of("breached.txt"),
                        URI.create("https://breached.example.org/api"),
                        Duration.ofMillis(500)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "breached.example.org",
                "/range",
                "ftp://breached.example.org",
                "https://breached.example.org/?mode=ntlm",
                "https://user:word@breached.example.org",
                "https://breached.example.org#x"
            })
    void anAddressOfSomethingElseStopsTheStart(String url) {
        assertThatThrownBy(() -> new BreachedProperties(null, URI.create(url), Duration.ofSeconds(1)))
                .hasMessageContaining("sspr.reset.breached.range-url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT10.001S"})
    void aWaitThatIsNoneOrTooLongStopsTheStart(Duration timeout) {
        assertThatThrownBy(() -> new BreachedProperties(null, null, timeout))
                .hasMessageContaining("sspr.reset.breached.timeout");
    }

    private static BreachedProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("sspr.reset.breached", BreachedProperties.class);
    }
}
