package io.sspr.quickstart;

import io.sspr.quickstart.layout.Service;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A service as a Spring application of its own in this JVM. */
record SpringService(Service service, Supplier<SpringApplicationBuilder> application) implements ServiceLauncher {

    @Override
    public AutoCloseable launch(Surroundings surroundings) {
        String[] arguments = ServiceProperties.of(surroundings).entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        return application.get().registerShutdownHook(false).run(arguments);
    }
}
