package io.sspr.simulation.service;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import io.sspr.contract.Service;
import io.sspr.contract.seal.AssertionSigner;
import io.sspr.contract.seal.Disputes;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.contract.seal.Opener;
import io.sspr.contract.seal.Sealer;
import io.sspr.reset.hashing.QuickHasher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everybody's keys: the same in every run. Front ends seal with a key that they share with the service, as services do
 * among each other: a hundredth of the time, and the service opens it as it opens everything.
 */
public final class Keys {

    /** The front ends of people, and those of administrators and provisioning. */
    public static final List<String> CLIENTS = List.of("portal", "kiosk", "directory");

    private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");

    private final KeyMaterial material;
    private final Map<Service, Opener> openers = new EnumMap<>(Service.class);
    private final Map<Service, Sealer> sealers = new EnumMap<>(Service.class);

    private final Path policy;
    /** Made here, because it draws random numbers, and of those of a world nothing must be taken but in that world. */
    private final QuickHasher hasher = new QuickHasher();

    private Keys(Path directory, byte[] firstPolicy) throws IOException {
        policy = Files.write(directory.resolve("policy.json"), firstPolicy);
        material = new KeyMaterial(directory, Clock.fixed(MADE, ZoneOffset.UTC)).generate(CLIENTS);
        for (Service service : Service.values()) {
            byte[] shared = Arrays.copyOf(service.principal().getBytes(StandardCharsets.UTF_8), 32);
            OctetSequenceKey key = new OctetSequenceKey.Builder(shared)
                    .keyID("front-ends-" + service.shortName())
                    .build();
            List<JWK> keys = new ArrayList<>(files(directory, service));
            keys.add(key);
            openers.put(service, new Opener(keys));
            sealers.put(service, Sealer.pairwise(key));
        }
    }

    /** Made where temporary files are; and the rules that are in force first. */
    public static Keys make(byte[] firstPolicy) {
        try {
            // Before the seed, for it tries names until one is free.
            Path directory = Files.createTempDirectory("simulated-keys");
            SeededRandom.begin(1);
            Keys keys = new Keys(directory, firstPolicy);
            // Some classes draw numbers when they are loaded.
            for (Service service : Service.values()) Assembly.load("io.sspr." + service.shortName());
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JWK> files(Path directory, Service service) throws IOException {
        List<JWK> keys = new ArrayList<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.sorted(Comparator.naturalOrder()).toList()) {
                String name = file.getFileName().toString();
                Path within = directory.relativize(file);
                boolean seal = within.startsWith(service.principal()) && name.startsWith("seal-");
                boolean pair = within.startsWith("pairwise") && name.contains(service.principal());
                if (Files.isRegularFile(file) && (seal || pair)) keys.add(parsed(Files.readString(file)));
            }
        }
        return keys;
    }

    private static JWK parsed(String jwk) {
        try {
            return JWK.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The file of the rules that are in force first. */
    Path policy() {
        return policy;
    }

    QuickHasher hasher() {
        return hasher;
    }

    KeyMaterial material() {
        return material;
    }

    /** What a service opens seals with. */
    public Opener opener(Service service) {
        Opener opener = openers.get(service);
        if (opener == null) throw new IllegalStateException("no opener of " + service);
        return opener;
    }

    /** What a front end seals for a service with. */
    public Sealer sealer(Service service) {
        Sealer sealer = sealers.get(service);
        if (sealer == null) throw new IllegalStateException("no sealer for " + service);
        return sealer;
    }

    /** What a front end vouches for people with. */
    public AssertionSigner signer(String client) {
        return material.assertionSigner(client);
    }

    /** What notification-service makes in notices, by which people say that it was not them. */
    public Disputes disputes() {
        return material.disputes(Service.RESET.principal(), Service.NOTIFICATION.principal());
    }
}
