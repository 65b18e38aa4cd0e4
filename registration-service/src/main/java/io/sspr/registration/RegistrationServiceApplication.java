package io.sspr.registration;

import io.sspr.contract.Service;
import io.sspr.messaging.ServiceIdentity;
import io.sspr.registration.kind.RegisterProperties;
import io.sspr.registration.policy.PolicyProperties;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The registration service. */
@SpringBootApplication
@EnableScheduling
@EnableConfigurationProperties({PolicyProperties.class, RegisterProperties.class})
public class RegistrationServiceApplication {

    @Bean
    ServiceIdentity serviceIdentity() {
        return new ServiceIdentity(Service.REGISTRATION);
    }

    /** Ready to run; whoever runs it in a larger process decides on shutdown hooks and adds properties. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(RegistrationServiceApplication.class)
                .properties("spring.config.name=registration-service")
                .bannerMode(Banner.Mode.OFF);
    }

    /** Runs the service until it is stopped. */
    public static void main(String[] arguments) {
        builder().run(arguments);
    }
}
