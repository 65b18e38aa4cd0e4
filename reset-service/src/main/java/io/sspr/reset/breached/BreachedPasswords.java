package io.sspr.reset.breached;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.sspr.reset.hashing.Password;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Looks passwords up where the configuration says; slow, so outside any transaction. What cannot be asked is counted as
 * {@code sspr.breached.unavailable} and logged, without a word about the password, and told to the caller.
 */
@Component
public class BreachedPasswords {

    private static final Logger log = LoggerFactory.getLogger(BreachedPasswords.class);

    private interface Source {
        boolean holds(Sha1 hash) throws IOException;
    }

    private final @Nullable Source file;
    private final @Nullable Source rangeService;
    private final MeterRegistry meters;

    /** Throws IllegalStateException if there is a file and it cannot be searched. */
    BreachedPasswords(BreachedProperties properties, ObjectProvider<MeterRegistry> meters) {
        Path path = properties.file();
        URI url = properties.rangeUrl();
        file = path == null ? null : BreachFile.open(path)::holds;
        rangeService = url == null ? null : new RangeService(url, properties.timeout())::holds;
        this.meters = meters.getIfAvailable(CompositeMeterRegistry::new);
    }

    /** Asks the file, the service, or both until one knows it. */
    public Breach find(Password password, boolean inFile, boolean atService) {
        Sha1 hash = Sha1.of(password);
        Breach breach = inFile ? ask("file", file, hash) : Breach.UNKNOWN;
        if (breach == Breach.KNOWN || !atService) return breach;
        Breach other = ask("range-service", rangeService, hash);
        return other == Breach.UNKNOWN ? breach : other;
    }

    private Breach ask(String name, @Nullable Source source, Sha1 hash) {
        try {
            if (source == null) throw new IOException("the policy asks for it, but none is configured");
            return source.holds(hash) ? Breach.KNOWN : Breach.UNKNOWN;
        } catch (IOException e) {
            meters.counter("sspr.breached.unavailable", "source", name).increment();
            // Its own words only: those of a client may quote the address, and with it digits of the hash.
            log.warn("A password was not looked up among breached ones ({}): {}", name, said(e));
            return Breach.UNCHECKED;
        }
    }

    private static String said(IOException e) {
        return e.getClass() == IOException.class && e.getCause() == null
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName();
    }
}
