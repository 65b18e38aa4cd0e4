package io.sspr.contract.seal;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the keys of a {@link KeyMaterial} that are not there yet (ASVS 11.2.3: strength of 128 bits and more). */
@SuppressWarnings("JavaUtilDate") // nimbus speaks in dates
final class KeyGeneration {

    private final KeyFiles files;
    private final Instant now;

    KeyGeneration(KeyFiles files, Instant now) {
        this.files = files;
        this.now = now;
    }

    static boolean isSealingKey(String fileName) {
        return fileName.startsWith("seal-") && fileName.endsWith(".jwk");
    }

    static String pair(String one, String other) {
        return one.compareTo(other) < 0 ? one + "+" + other : other + "+" + one;
    }

    void complete(List<String> services, Collection<String> clients) {
        signingKey(files.path("anchor.jwk"));
        for (String service : services) {
            if (files.names(files.path(service)).stream().noneMatch(KeyGeneration::isSealingKey)) {
                addSealingKey(service, now);
            }
            sharedKey(files.path(service, "at-rest.jwk"), "at-rest", null);
            services.stream()
                    .filter(other -> service.compareTo(other) < 0)
                    .map(other -> pair(service, other))
                    .forEach(pair -> sharedKey(files.path("pairwise", pair + ".jwk"), pair, SealHeader.PAIRWISE));
        }
        clients.forEach(this::client);
    }

    void addSealingKey(String service, Instant from) {
        ECKey key = ellipticKey(KeyUse.ENCRYPTION, SealHeader.TO_A_SERVICE, from);
        files.write(files.path(service, "seal-" + key.getKeyID() + ".jwk"), key);
    }

    private void client(String client) {
        Path publicPart = files.path("clients", client, "assertion.pub.jwk");
        Path key = files.path("clients", client, "assertion.jwk");
        // A public key alone is one the client made itself.
        if (Files.exists(publicPart)) {
            return;
        }
        signingKey(key);
        files.write(publicPart, files.read(key, KeyKind.SIGNING).toPublicJWK());
    }

    private void signingKey(Path file) {
        if (!Files.exists(file)) {
            files.write(file, ellipticKey(KeyUse.SIGNATURE, SignedForm.ALGORITHM, now));
        }
    }

    private void sharedKey(Path file, String name, @Nullable Algorithm algorithm) {
        if (Files.exists(file)) {
            return;
        }
        try {
            OctetSequenceKey key = new OctetSequenceKeyGenerator(256)
                    .algorithm(algorithm)
                    .keyID(name + "." + UUID.randomUUID())
                    .issueTime(Date.from(now))
                    .generate();
            files.write(file, key);
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot make a key", e);
        }
    }

    private ECKey ellipticKey(KeyUse use, Algorithm algorithm, Instant from) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(use)
                    .algorithm(algorithm)
                    .keyIDFromThumbprint(true)
                    .issueTime(Date.from(now))
                    .notBeforeTime(Date.from(from))
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot make a key", e);
        }
    }
}
