package io.sspr.messaging;

import io.sspr.contract.MessageType;
import io.sspr.contract.Service;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.messaging.testing.RunningKafka;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A service as its application would start it, with scripted handlers. */
final class ServiceUnderTest implements AutoCloseable {

    static final KeyMaterial KEYS =
            new KeyMaterial(Path.of("target", "test-secrets"), Clock.systemUTC()).generate(List.of("portal", "feed"));

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    final ConfigurableApplicationContext context;

    private ServiceUnderTest(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Builder of(Service service, Script script, String database) {
        return new Builder(service, script, database);
    }

    JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    Health health(String name) {
        Health health =
                context.getBean(name + "HealthIndicator", HealthIndicator.class).health();
        if (health == null) throw new AssertionError("no health");
        return health;
    }

    boolean isUp() {
        return health("reading").getStatus().equals(Status.UP)
                && health("relay").getStatus().equals(Status.UP);
    }

    @Override
    public void close() {
        context.close();
    }

    static final class Builder {

        private final Service service;
        private final Script script;
        private final Map<String, Object> properties = new HashMap<>();
        private Clock clock = Clock.systemUTC();
        private final List<MessageType> others = new ArrayList<>();

        Builder(Service service, Script script, String database) {
            this.service = service;
            this.script = script;
            properties.put("spring.datasource.url", database);
            properties.put("spring.datasource.hikari.maximum-pool-size", 6);
            properties.put("spring.datasource.hikari.connection-timeout", 2000);
            properties.put("spring.flyway.locations", "classpath:db/messaging");
            properties.put("spring.kafka.bootstrap-servers", RunningKafka.servers());
            properties.put("sspr.secrets", "target/test-secrets");
            properties.put("sspr.messaging.create-topics", "true");
            properties.put("sspr.messaging.park-time", "1500ms");
            properties.put("spring.main.banner-mode", "off");
            properties.put(
                    "sspr.clients.portal.requests",
                    "CANCEL_RESET,CHANGE_PASSWORD,SIGN_IN,SUBMIT_PROOF,sspr.request.request-reset.v1");
            properties.put("sspr.clients.feed.requests", "IMPORT_CREDENTIAL");
        }

        Builder with(String property, String value) {
            properties.put(property, value);
            return this;
        }

        Builder with(Clock other) {
            clock = other;
            return this;
        }

        Builder handling(MessageType... types) {
            others.addAll(List.of(types));
            return this;
        }

        ServiceUnderTest start() {
            return new ServiceUnderTest(new SpringApplicationBuilder(Application.class)
                    .web(WebApplicationType.NONE)
                    .registerShutdownHook(false)
                    .properties(properties)
                    .initializers(context -> register((GenericApplicationContext) context))
                    .run());
        }

        private void register(GenericApplicationContext context) {
            context.registerBean(ServiceIdentity.class, () -> new ServiceIdentity(service));
            context.registerBean(Clock.class, () -> clock);
            int number = 0;
            for (Handler<?, ?> handler : script.handlers(service, others.toArray(MessageType[]::new)))
                register(context, "handler" + number++, handler);
        }

        private static void register(GenericApplicationContext context, String name, Handler<?, ?> handler) {
            context.registerBean(name, Handler.class, () -> handler);
        }
    }
}
