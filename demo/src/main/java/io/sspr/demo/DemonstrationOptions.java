package io.sspr.demo;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a demonstration must be told.
 *
 * @param bootstrap Kafka's {@code bootstrap.servers}
 * @param mailPage address of the mail catcher's page
 * @param secrets directory with {@code clients/portal/assertion.jwk}; nothing else in it is read
 * @param anchorThumbprint RFC 7638 thumbprint of the key that signs the services' key sets
 * @param accounts CSV file with the people
 * @param timedResets how many resets are timed after the demonstration; 0 for none
 * @param timedAtOnce how many of these run at the same time
 * @param hashMillis makes one password hash as the service does and says what it took in milliseconds; may be absent
 * @param out where all is told, in UTF-8
 */
public record DemonstrationOptions(
        String bootstrap,
        URI mailPage,
        Path secrets,
        String anchorThumbprint,
        Path accounts,
        int timedResets,
        int timedAtOnce,
        @Nullable DoubleSupplier hashMillis,
        PrintStream out) {}
