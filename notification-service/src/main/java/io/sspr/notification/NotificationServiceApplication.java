package io.sspr.notification;

import io.sspr.contract.Service;
import io.sspr.contract.seal.AtRest;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.messaging.ServiceIdentity;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service that knows how to reach a person; its settings are in {@code notification-service.yml}. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
public class NotificationServiceApplication {

    /** Starts it alone in its process. */
    public static void main(String[] arguments) {
        builder().run(arguments);
    }

    /** To be started in any process; whoever starts it also stops it. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(NotificationServiceApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .properties("spring.config.name=" + Service.NOTIFICATION.principal());
    }

    @Bean
    ServiceIdentity identity() {
        return new ServiceIdentity(Service.NOTIFICATION);
    }

    /** For addresses, codes, and what they are counted by. */
    @Bean
    AtRest atRest(KeyMaterial keys) {
        return new AtRest(keys.atRest(Service.NOTIFICATION.principal(), "deliveries"));
    }
}
