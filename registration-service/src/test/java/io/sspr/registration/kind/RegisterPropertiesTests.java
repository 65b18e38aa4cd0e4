package io.sspr.registration.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RegisterPropertiesTests {

    @Test
    void nameAnIssuer() {
        assertThat(bound(Map.of()).issuer()).isEqualTo("Self-service password reset");
        assertThat(bound(Map.of("sspr.register.issuer", "ACME Co")).issuer()).isEqualTo("ACME Co");
    }

    @Test
    void nameTheHashOfNewAppsAndTheCountriesOfNumbers() {
        assertThat(bound(Map.of()).appHash()).isEqualTo(RegisterProperties.AppHash.SHA1);
        assertThat(bound(Map.of()).countries()).isEmpty();
        RegisterProperties properties =
                bound(Map.of("sspr.register.app-hash", "SHA256", "sspr.register.countries", "SI,AT"));
        assertThat(properties.appHash()).isEqualTo(RegisterProperties.AppHash.SHA256);
        assertThat(properties.countries()).containsExactlyInAnyOrder("SI", "AT");
        assertThatThrownBy(() -> bound(Map.of("sspr.register.countries", "Slovenia")))
                .isInstanceOf(BindException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a:b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void refuseAnIssuerThatAppsCannotShow(String issuer) {
        assertThatThrownBy(() -> bound(Map.of("sspr.register.issuer", issuer))).isInstanceOf(BindException.class);
    }

    private static RegisterProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("sspr.register", RegisterProperties.class);
    }
}
