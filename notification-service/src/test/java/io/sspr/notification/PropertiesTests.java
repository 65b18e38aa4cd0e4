package io.sspr.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.notification.delivery.DeliveryProperties;
import io.sspr.notification.mail.SenderProperties;
import io.sspr.notification.notice.HelpProperties;
import io.sspr.notification.notice.NoticeProperties;
import io.sspr.notification.sms.SmsProperties;
import io.sspr.notification.template.WordingProperties;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PropertiesTests {

    private static final Map<String, String> SENDER = Map.of(
            "sspr.notification.organisation", "Primer d.o.o.",
            "sspr.notification.from", "reset@example.org",
            "sspr.notification.helpdesk", "+386 1 555 01 23");

    private static <T> T bound(String prefix, Class<T> type, Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, type);
    }

    private static void bindAll(Map<String, String> properties) {
        bound("sspr.notification", SenderProperties.class, properties);
        bound("sspr.notification.delivery", DeliveryProperties.class, properties);
        bound("sspr.notification.notice", NoticeProperties.class, properties);
        bound("sspr.notification", WordingProperties.class, properties);
        bound("sspr.notification.help", HelpProperties.class, properties);
        bound("sspr.notification.sms", SmsProperties.class, properties);
    }

    @Test
    void theDefaultsAreTheSafeOnes() {
        assertThat(bound("sspr.notification.delivery", DeliveryProperties.class, Map.of()))
                .isEqualTo(new DeliveryProperties(
                        4,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(30),
                        Duration.ofDays(1)));
        assertThat(bound("sspr.notification.notice", NoticeProperties.class, Map.of()))
                .isEqualTo(new NoticeProperties(
                        Duration.ofHours(24), Duration.ofMinutes(1), Duration.ofHours(6), Duration.ofDays(7)));
    }

    @Test
    void everyPropertyHasItsName() {
        Map<String, String> names = new HashMap<>(SENDER);
        names.put("sspr.notification.delivery.senders", "2");
        names.put("sspr.notification.delivery.sweep", "200ms");
        names.put("sspr.notification.delivery.claim", "3s");
        names.put("sspr.notification.delivery.first-retry", "50ms");
        names.put("sspr.notification.delivery.longest-retry", "400ms");
        names.put("sspr.notification.delivery.kept", "2h");
        names.put("sspr.notification.notice.retried-for", "1h");
        names.put("sspr.notification.notice.merged-within", "2m");
        names.put("sspr.notification.notice.flood-merged-within", "3h");
        names.put("sspr.notification.notice.useful-for", "3d");
        names.put("sspr.notification.page", "https://reset.example.org");
        names.put("sspr.notification.templates", "/etc/sspr/templates");
        names.put("sspr.notification.zone", "Europe/Ljubljana");
        names.put("sspr.notification.brand.colour", "#1f4e79");
        names.put("sspr.notification.brand.support-link", "https://help.example.org/geslo");
        names.put("sspr.notification.brand.support-text", "Help");
        names.put("sspr.notification.help.language", "sl");
        names.put("sspr.notification.help.merged-within", "2h");
        names.put("sspr.notification.sms.base-url", "https://api.example.com");
        names.put("sspr.notification.sms.account-sid", "AC1");
        names.put("sspr.notification.sms.auth-token", "s3cret");
        names.put("sspr.notification.sms.from", "Primer");
        names.put("sspr.notification.sms.countries", "+43,+386");
        names.put("sspr.notification.sms.connect-timeout", "1s");
        names.put("sspr.notification.sms.timeout", "2s");
        names.put("sspr.notification.sms.report-within", "5m");

        assertThat(bound("sspr.notification", SenderProperties.class, names))
                .isEqualTo(new SenderProperties("Primer d.o.o.", "reset@example.org", "+386 1 555 01 23"));
        assertThat(bound("sspr.notification.delivery", DeliveryProperties.class, names))
                .isEqualTo(new DeliveryProperties(
                        2,
                        Duration.ofMillis(200),
                        Duration.ofSeconds(3),
                        Duration.ofMillis(50),
                        Duration.ofMillis(400),
                        Duration.ofHours(2)));
        assertThat(bound("sspr.notification.notice", NoticeProperties.class, names))
                .isEqualTo(new NoticeProperties(
                        Duration.ofHours(1), Duration.ofMinutes(2), Duration.ofHours(3), Duration.ofDays(3)));
        assertThat(bound("sspr.notification", WordingProperties.class, names))
                .isEqualTo(new WordingProperties(
                        URI.create("https://reset.example.org"),
                        Path.of("/etc/sspr/templates"),
                        ZoneId.of("Europe/Ljubljana"),
                        new WordingProperties.BrandProperties(
                                "#1f4e79", URI.create("https://help.example.org/geslo"), "Help")));
        assertThat(bound("sspr.notification.help", HelpProperties.class, names))
                .isEqualTo(new HelpProperties("sl", Duration.ofHours(2)));
        assertThat(bound("sspr.notification.sms", SmsProperties.class, names))
                .isEqualTo(new SmsProperties(
                        URI.create("https://api.example.com"),
                        "AC1",
                        "s3cret",
                        "Primer",
                        List.of("+386", "+43"),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(5)))
                .asString()
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "organisation, ''",
        "from, not an address",
        "from, 'a@example.org, b@example.org'",
        "helpdesk, ' '",
        "delivery.senders, 0",
        "delivery.sweep, 1ms",
        "delivery.claim, 2s",
        "delivery.first-retry, 0s",
        "delivery.longest-retry, 500ms",
        "delivery.kept, 1m",
        "notice.retried-for, 0s",
        "notice.merged-within, 2h",
        "notice.flood-merged-within, 2d",
        "notice.useful-for, 1h",
        "page, http://reset.example.org",
        "page, ftp://reset.example.org",
        "page, //evil.example",
        "page, https://ana@reset.example.org",
        "page, https://reset.example.org/path",
        "page, https://reset.example.org?x",
        "page, http://127.0.0.1.evil.example",
        "brand.colour, red;background:url(https://evil.example)",
        "brand.support-link, javascript:alert(1)",
        "help.merged-within, 2d",
        "sms.countries, 386",
        "sms.timeout, 0s",
        "sms.report-within, 5h"
    })
    void whatCannotWorkStopsTheStartAndNamesTheProperty(String name, String value) {
        Map<String, String> properties = new HashMap<>(SENDER);
        properties.put("sspr.notification." + name, value);

        assertThatThrownBy(() -> bindAll(properties)).rootCause().hasMessageContaining("sspr.notification." + name);
    }

    @ParameterizedTest
    @CsvSource({"base-url, http://api.example.com", "account-sid, ../x", "auth-token, ''", "from, ''", "countries, ''"})
    void halfAGatewayStopsTheStartAndNamesTheProperty(String name, String value) {
        Map<String, String> properties = new HashMap<>();
        properties.put("sspr.notification.sms.base-url", "https://api.example.com");
        properties.put("sspr.notification.sms.account-sid", "AC1");
        properties.put("sspr.notification.sms.auth-token", "s3cret");
        properties.put("sspr.notification.sms.from", "Primer");
        properties.put("sspr.notification.sms.countries", "+386");
        properties.put("sspr.notification.sms." + name, value);

        assertThatThrownBy(() -> bound("sspr.notification.sms", SmsProperties.class, properties))
                .rootCause()
                .hasMessageContaining("sspr.notification.sms." + name);
    }

    @Test
    void withoutASettingThereAreNoTextsAndNoPage() {
        assertThat(bound("sspr.notification.sms", SmsProperties.class, Map.of()).isConfigured())
                .isFalse();
        assertThat(bound("sspr.notification", WordingProperties.class, Map.of()))
                .isEqualTo(new WordingProperties(
                        null, null, ZoneId.of("UTC"), new WordingProperties.BrandProperties("#8a8a8a", null, null)));
        assertThat(bound("sspr.notification.help", HelpProperties.class, Map.of()))
                .isEqualTo(new HelpProperties("en", Duration.ofHours(1)));
    }

    @Test
    void whoeverSendsMailMustSayWhoTheyAre() {
        assertThatThrownBy(() -> bound("sspr.notification", SenderProperties.class, Map.of()))
                .rootCause()
                .hasMessage("sspr.notification.organisation must be set");
    }

    @Test
    void aLineEndInASettingIsNoHeader() {
        Map<String, String> properties = new HashMap<>(SENDER);
        properties.put("sspr.notification.organisation", "Primer\r\nBcc: eve@evil.example");

        assertThatThrownBy(() -> bindAll(properties)).rootCause().hasMessageContaining("must be one line");
    }
}
