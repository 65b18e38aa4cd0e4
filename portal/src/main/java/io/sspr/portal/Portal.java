package io.sspr.portal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts the portal as a process of its own. */
@SpringBootApplication
@EnableConfigurationProperties(PortalProperties.class)
public class Portal {

    /** Settings as Spring Boot takes them. */
    public static void main(String[] arguments) {
        System.setProperty("spring.config.name", "portal");
        SpringApplication.run(Portal.class, arguments);
    }
}
