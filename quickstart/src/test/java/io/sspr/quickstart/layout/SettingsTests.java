package io.sspr.quickstart.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTests {

    @Test
    void haveTheDocumentedDefaults() {
        Settings settings = Settings.from(Map.of("SSPR_HOME", "/somewhere/sspr"));

        assertThat(settings.data()).isEqualTo(Path.of("/somewhere/sspr/data"));
        assertThat(settings.ports())
                .extracting(Port::number)
                .containsExactly(19092, 19093, 15432, 13025, 18025, 18081, 18082, 18083);
        assertThat(settings.healthPort(Service.NOTIFICATION)).isEqualTo(18083);
        assertThat(settings.portal()).isEqualTo(new Port("the portal", 18080, "SSPR_PORTAL_PORT"));
    }

    @Test
    void readEveryVariable() {
        Settings settings = Settings.from(Map.of(
                "SSPR_HOME", "/somewhere/sspr",
                "SSPR_DATA", "elsewhere/data",
                "SSPR_KAFKA_PORT", "1001",
                "SSPR_POSTGRES_PORT", "1003",
                "SSPR_SMTP_PORT", "1004",
                "SSPR_MAIL_PORT", " 1005 ",
                "SSPR_HEALTH_PORT", "1006",
                "SSPR_PORTAL_PORT", "1010"));

        assertThat(settings.data()).isEqualTo(Path.of("elsewhere/data").toAbsolutePath());
        assertThat(settings.ports())
                .extracting(Port::number)
                .containsExactly(1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008);
        assertThat(settings.portal().number()).isEqualTo(1010);
    }

    @Test
    void refuseWhatIsNoPortWithTheVariablesName() {
        for (String nonsense : List.of("abc", "0", "-1", "65536", "99999999999", "19092.0", "0x10", "1 2")) {
            assertThatThrownBy(() -> Settings.from(Map.of("SSPR_SMTP_PORT", nonsense)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("SSPR_SMTP_PORT is \"" + nonsense + "\"");
        }
        // The last of three neighbouring ports would be 65536.
        assertThatThrownBy(() -> Settings.from(Map.of("SSPR_HEALTH_PORT", "65534")))
                .isInstanceOf(CannotStart.class)
                .extracting(failure -> ((CannotStart) failure).wayOut())
                .asString()
                .contains("from 1 to 65533");
    }

    @Test
    void onRandomPortsNeverWantOneTwice() {
        Settings settings = Settings.onRandomPorts(Path.of("data"));

        List<Integer> ports =
                new ArrayList<>(settings.ports().stream().map(Port::number).toList());
        ports.add(settings.portalPort());
        assertThat(new HashSet<>(ports)).hasSameSizeAs(ports);
    }
}
