package io.sspr.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.Client;
import io.sspr.contract.MessageType;
import io.sspr.contract.Service;
import io.sspr.messaging.broker.SafeSettings;
import io.sspr.messaging.intake.HandlerTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.env.MockEnvironment;

/** What a service is given to start with. */
class StartTests {

    @Test
    void hasSafeDefaults() {
        assertThat(messaging(Map.of()))
                .isEqualTo(new MessagingProperties(
                        Duration.ofSeconds(5),
                        3,
                        500,
                        Duration.ofSeconds(5),
                        500,
                        Duration.ofSeconds(30),
                        false,
                        -1,
                        2));
        assertThat(sspr(Map.of())).isEqualTo(new SsprProperties(Path.of("secrets"), Map.of()));
    }

    @Test
    void knowsEveryProperty() {
        assertThat(messaging(Map.of(
                        "sspr.messaging.park-time", "1s",
                        "sspr.messaging.dead-letter-tries", "7",
                        "sspr.messaging.relay-batch", "10",
                        "sspr.messaging.lease", "3s",
                        "sspr.messaging.max-poll-records", "20",
                        "sspr.messaging.oldest-unpublished", "1m",
                        "sspr.messaging.create-topics", "true",
                        "sspr.messaging.replication-factor", "3",
                        "sspr.messaging.transaction-version", "0")))
                .isEqualTo(new MessagingProperties(
                        Duration.ofSeconds(1), 7, 10, Duration.ofSeconds(3), 20, Duration.ofMinutes(1), true, 3, 0));
    }

    @Test
    void grantsRequestsByWireNameOrConstant() {
        SsprProperties properties = sspr(Map.of(
                "sspr.secrets", "data/secrets",
                "sspr.clients.web-portal.requests", "SIGN_IN,sspr.request.submit-proof.v1",
                "sspr.clients.feed.requests", "PROVISION_ACCOUNT"));
        assertThat(properties.secrets()).isEqualTo(Path.of("data/secrets"));
        assertThat(properties.grantedClients())
                .containsExactly(
                        new Client("feed", Set.of(MessageType.PROVISION_ACCOUNT)),
                        new Client("web-portal", Set.of(MessageType.SIGN_IN, MessageType.SUBMIT_PROOF)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lease=500ms", "relay-batch=0", "max-poll-records=100000", "dead-letter-tries=0"})
    void refusesWhatCannotWork(String setting) {
        String[] parts = setting.split("=", 2);
        assertThatThrownBy(() -> messaging(Map.of("sspr.messaging." + parts[0], parts[1])))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageContaining("sspr.messaging." + parts[0] + " must be");
    }

    @Test
    void refusesAGrantThatTheContractDoesNotKnow() {
        assertThatThrownBy(() -> sspr(Map.of("sspr.clients.portal.requests", "FLY")))
                .rootCause()
                .hasMessageContaining("sspr.clients.portal.requests: there is no request named FLY");
    }

    @Test
    void doesNotStartWithoutAHandlerForEachRequestThatIsForIt() {
        Script script = new Script();
        List<Handler<?, ?>> handlers = script.handlers(Service.RESET);
        handlers.removeIf(handler -> handler.handles() == MessageType.SIGN_IN.type());
        assertThatThrownBy(() -> new HandlerTable(Service.RESET, handlers))
                .hasMessage("reset-service has no handler for sspr.request.sign-in.v1, which is for it.");
        List<Handler<?, ?>> others = script.handlers(Service.RESET, MessageType.SUBMIT_PROOF);
        assertThatThrownBy(() -> new HandlerTable(Service.RESET, others)).hasMessageContaining("submit-proof");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.kafka.consumer.isolation-level=read-uncommitted",
                "spring.kafka.consumer.enable-auto-commit=true",
                "spring.kafka.consumer.auto-offset-reset=latest",
                "spring.kafka.consumer.properties.isolation.level=read_uncommitted",
                "spring.kafka.consumer.properties[isolation.level]=read_uncommitted",
                "spring.kafka.producer.acks=1",
                "spring.kafka.producer.transaction-id-prefix=mine",
                "spring.kafka.producer.properties.enable.idempotence=false",
                "spring.kafka.properties.max.in.flight.requests.per.connection=6"
            })
    void stopsTheStartOnUnsafeSettings(String setting) {
        int at = setting.lastIndexOf('=');
        MockEnvironment environment =
                new MockEnvironment().withProperty(setting.substring(0, at), setting.substring(at + 1));
        assertThatThrownBy(() -> SafeSettings.check(environment))
                .hasMessageContaining("is not safe")
                .hasMessageContaining("Leave it out.");
    }

    @Test
    void acceptsSafeSettingsAndSecurity() {
        SafeSettings.check(new MockEnvironment()
                .withProperty("spring.kafka.consumer.isolation-level", "read-committed")
                .withProperty("spring.kafka.producer.acks", "-1")
                .withProperty("spring.kafka.properties.security.protocol", "SASL_SSL"));
    }

    private static MessagingProperties messaging(Map<String, String> properties) {
        return binder(properties).bindOrCreate("sspr.messaging", MessagingProperties.class);
    }

    private static SsprProperties sspr(Map<String, String> properties) {
        return binder(properties).bindOrCreate("sspr", SsprProperties.class);
    }

    private static Binder binder(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties));
    }
}
