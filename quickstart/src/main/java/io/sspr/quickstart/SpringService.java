package io.sspr.quickstart;

import io.sspr.contract.Service;
import io.sspr.quickstart.layout.CannotStart;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** A service as a Spring application of its own in this JVM; it is there when it says of itself that it is up. */
record SpringService(Service service, Supplier<SpringApplicationBuilder> application) implements ServiceLauncher {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(20);

    @Override
    public AutoCloseable launch(Surroundings surroundings) throws InterruptedException {
        String[] arguments = ServiceProperties.of(surroundings).entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        ConfigurableApplicationContext context =
                application.get().registerShutdownHook(false).run(arguments);
        HealthEndpoint health = context.getBean(HealthEndpoint.class);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!health.health().getStatus().equals(Status.UP)) {
            if (System.nanoTime() > deadline) {
                context.close();
                throw new CannotStart(
                        service.principal() + " does not get ready.",
                        "Its health says why: the log has it, in the directory logs of the data.");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }
        return context;
    }
}
