package io.sspr.torture.system;

import io.sspr.contract.Service;
import io.sspr.notification.NotificationServiceApplication;
import io.sspr.registration.RegistrationServiceApplication;
import io.sspr.reset.ResetServiceApplication;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/** A service whose clock goes wrong by a given time; else as it starts itself. */
public final class ServiceMain {

    /** The property that says by how much, as ISO 8601 does. */
    static final String OFFSET = "sspr.torture.clock-offset";

    /** The property that says which service it is. */
    static final String SERVICE = "sspr.torture.service";

    private ServiceMain() {}

    /** With what Spring is to know. */
    public static void main(String[] args) {
        Duration offset = Duration.parse(System.getProperty(OFFSET, "PT0S"));
        builder(Service.valueOf(System.getProperty(SERVICE)))
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(Clock.class, () -> Clock.offset(Clock.systemUTC(), offset)))
                .registerShutdownHook(true)
                .run(args);
    }

    private static SpringApplicationBuilder builder(Service service) {
        return switch (service) {
            case REGISTRATION -> RegistrationServiceApplication.builder();
            case RESET -> ResetServiceApplication.builder();
            case NOTIFICATION -> NotificationServiceApplication.builder();
        };
    }
}
