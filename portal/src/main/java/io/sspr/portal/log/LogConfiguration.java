package io.sspr.portal.log;

import io.sspr.client.FrontEndSettings;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.portal.PortalProperties;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LogConfiguration {

    /** How long a person looks at nothing before a page says that something is not there. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Replies replies(Clock clock) {
        return new Replies(clock);
    }

    @Bean(destroyMethod = "close")
    Services services(PortalProperties properties, Replies replies, Clock clock) {
        FrontEndSettings settings = new FrontEndSettings(
                properties.kafka(),
                properties.client(),
                properties.anchor(),
                new KeyMaterial(properties.secrets(), clock).assertionSigner(properties.client()),
                PATIENCE);
        return new Services(settings, replies, clock);
    }

    @Bean
    LogHealth logHealth(Replies replies) {
        return new LogHealth(replies);
    }
}
