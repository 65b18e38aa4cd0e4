package io.sspr.reset;

import io.sspr.contract.Service;
import io.sspr.contract.seal.AtRest;
import io.sspr.contract.seal.Disputes;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.messaging.ServiceIdentity;
import io.sspr.reset.signin.PasswordJudge;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The reset service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class ResetServiceApplication {

    /** Starts it, with what is in reset-service.yml and the environment. */
    public static void main(String[] args) {
        builder().registerShutdownHook(true).run(args);
    }

    /** The application, for whoever starts it in a JVM with others; stopping it is the caller's. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(ResetServiceApplication.class)
                .properties("spring.config.name=reset-service")
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false);
    }

    @Bean
    ServiceIdentity serviceIdentity() {
        return new ServiceIdentity(Service.RESET);
    }

    @Bean
    AtRest atRest(KeyMaterial keys) {
        return new AtRest(keys.atRest(Service.RESET.principal(), "database"));
    }

    @Bean
    Disputes disputes(KeyMaterial keys) {
        return keys.disputes(Service.RESET.principal(), Service.NOTIFICATION.principal());
    }

    @Bean
    PasswordJudge passwordJudge() {
        return new PasswordJudge();
    }
}
