package io.sspr.portal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts the portal as a process of its own. */
@SpringBootApplication
@EnableConfigurationProperties(PortalProperties.class)
public class Portal {

    /** Settings as Spring Boot takes them; with the system property {@code sspr.ends-with-input} it ends with its owner. */
    public static void main(String[] arguments) {
        if (Boolean.getBoolean("sspr.ends-with-input")) OwnersInput.endWithIt(System.in);
        System.setProperty("spring.config.name", "portal");
        SpringApplication.run(Portal.class, arguments);
    }
}
