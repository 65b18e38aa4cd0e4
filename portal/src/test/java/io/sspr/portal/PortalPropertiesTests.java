package io.sspr.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PortalPropertiesTests {

    @Test
    void hasDefaultsForAllThatNeedsNoDecision() {
        PortalProperties properties = bound(Map.of());

        assertThat(properties.client()).isEqualTo("portal");
        assertThat(properties.sessionLife()).isEqualTo(Duration.ofMinutes(15));
        assertThat(properties.isEncrypted()).isTrue();
        assertThat(properties.oidc()).isNull();
        assertThat(properties.brand().helpdesk()).isNull();
        assertThat(properties.brand().accent()).isEqualTo("#14508c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://reset.example.org",
                "https://reset.example.org:8443",
                "http://localhost:8080",
                "http://127.0.0.1:8080"
            })
    void takesAddressesThatNobodyReadsAlongOn(String baseUrl) {
        assertThat(bound(Map.of("base-url", baseUrl)).isEncrypted()).isEqualTo(baseUrl.startsWith("https"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://reset.example.org",
                "http://192.0.2.1:8080",
                "http://localhost.example.org",
                "ftp://localhost",
                "reset.example.org"
            })
    void refusesToServePasswordsInTheClear(String baseUrl) {
        assertThatThrownBy(() -> bound(Map.of("base-url", baseUrl)))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sspr.portal.base-url must begin with https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/reset", "https://example.org/"})
    void refusesToStandBelowAPath(String baseUrl) {
        assertThatThrownBy(() -> bound(Map.of("base-url", baseUrl)))
                .rootCause()
                .hasMessageContaining("must end after the host or port");
    }

    @Test
    void refusesToKeepCookiesWithoutAKey() {
        assertThatThrownBy(() -> bound(Map.of("cookie-keys", "")))
                .rootCause()
                .hasMessageContaining("sspr.portal.cookie-keys names no file");
    }

    private static PortalProperties bound(Map<String, String> changed) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "base-url", "https://reset.example.org",
                "kafka", "127.0.0.1:9092",
                "anchor", "thumbprint",
                "secrets", "/secrets",
                "cookie-keys", "/secrets/cookie.key"));
        settings.putAll(changed);
        Map<String, String> full = new HashMap<>();
        settings.forEach((name, value) -> full.put("sspr.portal." + name, value));
        return new Binder(new MapConfigurationPropertySource(full))
                .bind("sspr.portal", Bindable.of(PortalProperties.class))
                .get();
    }
}
