package io.sspr.messaging.start;

import java.security.Provider;
import java.security.Security;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prefers AWS-LC by the Amazon Corretto Crypto Provider where it is on the class path and runs on this machine: opening a seal
 * takes a fraction of the time of the JDK's own elliptic curves. Without it everything works the same, only slower.
 */
final class NativeCryptography {

    static final String PROVIDER = "AmazonCorrettoCryptoProvider";

    private static final Logger log = LoggerFactory.getLogger(NativeCryptography.class);

    private NativeCryptography() {}

    /** Whether it is the first of the JDK's providers now. */
    static synchronized boolean prefer() {
        if (Security.getProvider(PROVIDER) != null) return true;
        Optional<Provider> found = find();
        found.ifPresent(provider -> Security.insertProviderAt(provider, 1));
        log.info("Cryptography by {}", found.map(Provider::getInfo).orElse("the JDK"));
        return found.isPresent();
    }

    private static Optional<Provider> find() {
        for (ServiceLoader.Provider<Provider> candidate :
                ServiceLoader.load(Provider.class).stream().toList()) {
            if (!candidate.type().getSimpleName().equals(PROVIDER)) continue;
            try {
                Provider provider = candidate.get();
                // Where its native library cannot be loaded it is there all the same, and offers nothing.
                if (provider.getService("KeyAgreement", "ECDH") != null) return Optional.of(provider);
            } catch (ServiceConfigurationError | LinkageError e) {
                log.warn("{} cannot be used here: {}", PROVIDER, e.getMessage());
            }
        }
        return Optional.empty();
    }
}
