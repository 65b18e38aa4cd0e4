package io.sspr.torture;

import io.sspr.contract.Service;
import io.sspr.notification.NotificationServiceApplication;
import io.sspr.quickstart.ServiceProcess;
import io.sspr.quickstart.ServiceProperties;
import io.sspr.quickstart.Surroundings;
import io.sspr.quickstart.layout.Settings;
import io.sspr.registration.RegistrationServiceApplication;
import io.sspr.reset.ResetServiceApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Two instances of each service, as processes. */
final class Instances {

    private static final int EACH = 2;

    private static final String LOGGING = "io/sspr/torture/logback.xml";

    private static final List<String> OPTIONS = List.of(
            "-Xms64m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            // Or else that of the tests would send all of them to one file.
            "-Dlogback.configurationFile=" + LOGGING,
            "-Dlogging.config=classpath:" + LOGGING);

    private static final Map<Service, Class<?>> MAINS = Map.of(
            Service.REGISTRATION, RegistrationServiceApplication.class,
            Service.RESET, ResetServiceApplication.class,
            Service.NOTIFICATION, NotificationServiceApplication.class);

    private Instances() {}

    static List<ServiceProcess> of(Settings settings, Parts parts) {
        List<ServiceProcess> processes = new ArrayList<>();
        for (int instance = 1; instance <= EACH; instance++) {
            Settings ports = Settings.onRandomPorts(settings.data());
            for (Service service : Service.values()) {
                int port = ports.healthPort(service);
                Map<String, String> properties = ServiceProperties.of(new Surroundings(
                        parts.broker().bootstrapServers(),
                        parts.database().loginOf(service),
                        settings.secrets(),
                        settings.smtpPort(),
                        settings.mailPort(),
                        port));
                processes.add(new ServiceProcess(
                        service,
                        service.principal() + "-" + instance,
                        Objects.requireNonNull(MAINS.get(service)),
                        port,
                        properties,
                        OPTIONS,
                        settings.data()));
            }
        }
        return processes;
    }
}
