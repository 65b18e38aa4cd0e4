package io.sspr.registration.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.ContractJson;
import io.sspr.contract.policy.Presets;
import io.sspr.registration.rig.Rig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PolicyPropertiesTests {
    @TempDir
    private Path folder;

    @Test
    void areSafeByDefault() {
        assertThat(bound(Map.of()).first()).isEqualTo(Presets.safe());
    }

    @Test
    void haveTheseNames() throws IOException {
        assertThat(bound(Map.of("sspr.policy.initial", "entra")).first()).isEqualTo(Presets.entra());
        Path file = folder.resolve("policy.json");
        Files.write(file, ContractJson.write(Rig.POLICY));
        assertThat(bound(Map.of("sspr.policy.initial", file.toString())).first())
                .isEqualTo(Rig.POLICY);
    }

    @Test
    void refuseAFileThatIsNotThereOrHoldsNoPolicy() throws IOException {
        Path file = folder.resolve("policy.json");
        PolicyProperties properties = new PolicyProperties(file.toString());
        assertThatThrownBy(properties::first)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("safe, entra or a file");
        Files.writeString(file, "{}");
        assertThatThrownBy(properties::first)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("holds no policy");
    }

    @Test
    void nameWhatIsWrongWithAPolicy() throws IOException {
        Path file = folder.resolve("policy.json");
        Files.write(file, ContractJson.write(Rig.policy(721, false)));
        assertThatThrownBy(() -> new PolicyProperties(file.toString()).first())
                .hasMessage("sspr.policy.initial: methodRules.quarantineHours must be 0 to 720.");
    }

    private static PolicyProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("sspr.policy", PolicyProperties.class);
    }
}
