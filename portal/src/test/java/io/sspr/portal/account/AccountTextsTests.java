package io.sspr.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.state.MethodStatus;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccountTextsTests {

    private final Properties english = read("account");
    private final Properties slovenian = read("account_sl");

    @Test
    void sayTheSameInBothLanguages() {
        assertThat(slovenian.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames())
            assertThat(arguments(slovenian.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
    }

    @Test
    void haveNoApostropheThatAFormatWouldEat() {
        assertThat(Stream.concat(english.values().stream(), slovenian.values().stream())
                        .map(Object::toString))
                .noneMatch(text -> text.contains("'"));
    }

    @Test
    void knowEveryWordThatThePagesMake() {
        List<String> kinds = Arrays.stream(MethodKind.values())
                .filter(MethodKind::isRegistered)
                .map(Enum::name)
                .toList();
        for (String kind : kinds)
            assertThat(english.stringPropertyNames())
                    .contains(
                            "account.kind." + kind,
                            "account.add.hint." + kind,
                            "account.add.title." + kind,
                            "account.add.lead." + kind,
                            "account.check.title." + kind,
                            "account.added.title." + kind,
                            "account.added.now." + kind,
                            "account.prove.hint." + kind,
                            "account.prove.sent." + kind);
        for (MethodStatus status : MethodStatus.values())
            if (status != MethodStatus.REMOVED) {
                assertThat(english.getProperty("account.state." + status)).isNotNull();
                if (status != MethodStatus.VERIFIED)
                    assertThat(english.getProperty("account.serves." + status)).isNotNull();
            }
        for (Change.What what : Change.What.values())
            assertThat(english.stringPropertyNames())
                    .contains(
                            "account.ask.title." + what,
                            "account.ask.text." + what,
                            "account.ask.go." + what,
                            "account.done.title." + what,
                            "account.done.text." + what);
        for (Errand.What what : Errand.What.values())
            assertThat(english.getProperty("account.prove.lead." + what)).isNotNull();
    }

    private static List<Boolean> arguments(String text) {
        return List.of(text.contains("{0}"), text.contains("{1}"));
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(AccountTextsTests.class.getResourceAsStream("/texts/" + name + ".properties")),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return properties;
    }
}
