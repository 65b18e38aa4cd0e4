package io.sspr.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.notification.budget.BudgetProperties;
import io.sspr.notification.delivery.DeliveryProperties;
import io.sspr.notification.mail.SenderProperties;
import io.sspr.notification.notice.NoticeProperties;
import java.time.Duration;
import java.util.HashMap;
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
        bound("sspr.notification.budget", BudgetProperties.class, properties);
        bound("sspr.notification.notice", NoticeProperties.class, properties);
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
        assertThat(bound("sspr.notification.budget", BudgetProperties.class, Map.of()))
                .isEqualTo(new BudgetProperties(3, 10, 5, 100_000));
        assertThat(bound("sspr.notification.notice", NoticeProperties.class, Map.of()))
                .isEqualTo(new NoticeProperties(Duration.ofHours(24), Duration.ofMinutes(1), Duration.ofDays(7)));
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
        names.put("sspr.notification.budget.destination-per-hour", "7");
        names.put("sspr.notification.budget.destination-per-day", "8");
        names.put("sspr.notification.budget.account-per-hour", "9");
        names.put("sspr.notification.budget.all-per-hour", "10");
        names.put("sspr.notification.notice.retried-for", "1h");
        names.put("sspr.notification.notice.merged-within", "2m");
        names.put("sspr.notification.notice.useful-for", "3d");

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
        assertThat(bound("sspr.notification.budget", BudgetProperties.class, names))
                .isEqualTo(new BudgetProperties(7, 8, 9, 10));
        assertThat(bound("sspr.notification.notice", NoticeProperties.class, names))
                .isEqualTo(new NoticeProperties(Duration.ofHours(1), Duration.ofMinutes(2), Duration.ofDays(3)));
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
        "budget.destination-per-hour, 0",
        "budget.destination-per-day, 0",
        "budget.account-per-hour, -1",
        "budget.all-per-hour, 0",
        "notice.retried-for, 0s",
        "notice.merged-within, 2h",
        "notice.useful-for, 1h"
    })
    void whatCannotWorkStopsTheStartAndNamesTheProperty(String name, String value) {
        Map<String, String> properties = new HashMap<>(SENDER);
        properties.put("sspr.notification." + name, value);

        assertThatThrownBy(() -> bindAll(properties)).rootCause().hasMessageContaining("sspr.notification." + name);
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
