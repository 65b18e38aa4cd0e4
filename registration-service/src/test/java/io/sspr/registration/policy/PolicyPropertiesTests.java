package io.sspr.registration.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.Disclosure;
import io.sspr.contract.MethodKind;
import io.sspr.contract.MethodRules;
import io.sspr.contract.PasswordRules;
import io.sspr.contract.state.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PolicyPropertiesTests {

    private static final List<MethodKind> BOTH = List.of(MethodKind.EMAIL, MethodKind.AUTHENTICATOR_APP);
    private static final Policy DEFAULTS =
            new Policy(1, 2, BOTH, Disclosure.STRICT, new PasswordRules(15, 256), new MethodRules(24, false));

    @Test
    void areSafeByDefault() {
        assertThat(bound(Map.of()).inVersion(1)).isEqualTo(DEFAULTS);
    }

    @Test
    void haveTheseNames() {
        PolicyProperties properties = bound(Map.of(
                "sspr.policy.gates", "1",
                "sspr.policy.kinds", "EMAIL",
                "sspr.policy.disclosure", "STRICT",
                "sspr.policy.password-minimum-length", "16",
                "sspr.policy.password-maximum-length", "128",
                "sspr.policy.quarantine", "48h",
                "sspr.policy.imported-count", "true"));
        assertThat(properties.inVersion(3))
                .isEqualTo(new Policy(
                        3,
                        1,
                        List.of(MethodKind.EMAIL),
                        Disclosure.STRICT,
                        new PasswordRules(16, 128),
                        new MethodRules(48, true)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gates|0",
                "gates|3",
                "kinds|EMAIL",
                "kinds|EMAIL,EMAIL",
                "kinds|SMOKE_SIGNAL",
                "disclosure|EVERYTHING",
                "password-minimum-length|7",
                "password-minimum-length|257",
                "password-maximum-length|63",
                "password-maximum-length|257",
                "kinds|EMAIL,ADMINISTRATOR_CODE",
                "quarantine|-1h",
                "quarantine|31d",
                "quarantine|90m"
            })
    void refuseWhatCannotBe(String name, String value) {
        assertThatThrownBy(() -> bound(Map.of("sspr.policy." + name, value))).isInstanceOf(BindException.class);
    }

    @Test
    void areToldInANewVersionOnlyWhenTheyDiffer() {
        PolicyProperties properties = bound(Map.of());
        assertThat(PolicyAnnouncement.due(Optional.empty(), properties)).contains(DEFAULTS);
        assertThat(PolicyAnnouncement.due(Optional.of(DEFAULTS), properties)).isEmpty();
        PolicyProperties changed = bound(Map.of("sspr.policy.gates", "1"));
        assertThat(PolicyAnnouncement.due(Optional.of(DEFAULTS), changed)).contains(changed.inVersion(2));
    }

    private static PolicyProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("sspr.policy", PolicyProperties.class);
    }
}
