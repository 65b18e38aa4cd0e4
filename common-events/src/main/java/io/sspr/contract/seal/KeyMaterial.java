package io.sspr.contract.seal;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;

/**
 * A directory of JWK files (ASVS 11.1.1, JOSE-06), of which a process needs only its own; every method reads anew and
 * throws {@link UnusableKeyMaterial} naming the file that is missing or wrong, so call each once at start:
 *
 * <pre>
 * anchor.jwk                          EC, private: signs key sets; needed where they are published
 * {service}/seal-{kid}.jwk            EC, private: opens what is sealed to the service; several while rolling
 * {service}/at-rest.jwk               oct: all keys for the service's database derive from it
 * pairwise/{a}+{b}.jwk                oct: seals between two services, names in alphabetical order; {a}+{b}.{x}.jwk while rolling
 * clients/{name}/assertion.jwk        EC, private: the client's alone
 * clients/{name}/assertion.pub.jwk    EC, public: what services trust; {x}.pub.jwk while rolling
 * </pre>
 *
 * Where there are several the newest whose {@code nbf} (else {@code iat}, else file time) has come is used, and all open.
 */
public final class KeyMaterial {

    /** The names of the three services, which are the names of their folders. */
    public static final List<String> SERVICES =
            List.of("registration-service", "reset-service", "notification-service");

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final String PUBLIC = ".pub.jwk";

    private final KeyFiles files;
    private final Clock clock;

    /** Nothing is read or written yet. */
    public KeyMaterial(Path directory, Clock clock) {
        files = new KeyFiles(directory);
        this.clock = clock;
    }

    /** Makes what is missing for the three services and these clients, for the owner's eyes only; overwrites nothing. */
    public KeyMaterial generate(Collection<String> clients) {
        clients.forEach(KeyMaterial::named);
        new KeyGeneration(files, clock.instant()).complete(SERVICES, clients);
        return this;
    }

    /** Makes one more sealing key for a service, to be published second until {@code from} and first from then on. */
    public void addSealingKey(String service, Instant from) {
        new KeyGeneration(files, clock.instant()).addSealingKey(named(service), from);
    }

    /** Opens what is sealed to this service, by anybody or by either other service. */
    public Opener opener(String service) {
        List<JWK> keys = new ArrayList<>(sealingKeys(service));
        SERVICES.stream()
                .filter(other -> !other.equals(service))
                .forEach(other -> keys.addAll(pairwiseKeys(service, other)));
        return new Opener(keys);
    }

    /** Seals for one other service. */
    public Sealer pairwise(String self, String other) {
        return Sealer.pairwise(pairwiseKeys(self, other).get(0));
    }

    /** What one of the two makes in notices, and the other believes. */
    public Disputes disputes(String self, String other) {
        return new Disputes(pairwiseKeys(self, other).get(0).toSecretKey());
    }

    /** What this service publishes, issued now. */
    public KeySet keySet(String service) {
        return new KeySet(service, sealingKeys(service), clock.instant());
    }

    /** The same, signed by the anchor. */
    public String signedKeySet(String service) {
        return keySet(service).sign(anchor());
    }

    /** What clients have configured to trust key sets by (RFC 7638, SHA-256). */
    public String anchorThumbprint() {
        return KeyRules.thumbprint(anchor());
    }

    /** Trusts the clients that have a folder with a public key. */
    public AssertionVerifier assertionVerifier() {
        Map<String, List<ECKey>> keys = new HashMap<>();
        Predicate<String> isPublic = name -> name.endsWith(PUBLIC);
        for (String client : files.names(files.path("clients"))) {
            Path typical = files.path("clients", client, "assertion" + PUBLIC);
            keys.put(client, files.readAll(typical, isPublic, KeyKind.VERIFYING, clock.instant()));
        }
        return new AssertionVerifier(keys);
    }

    /** Signs as that client. */
    public AssertionSigner assertionSigner(String client) {
        return new AssertionSigner(files.read(files.path("clients", named(client), "assertion.jwk"), KeyKind.SIGNING));
    }

    /** 256 bits for one purpose of one service, such as {@code addresses}, for {@link AtRest}; the same every time. */
    public SecretKey atRest(String service, String purpose) {
        OctetSequenceKey root = files.read(files.path(named(service), "at-rest.jwk"), KeyKind.AT_REST);
        return DerivedKey.of(root.toSecretKey(), "at-rest " + purpose, "HmacSHA256");
    }

    private ECKey anchor() {
        return files.read(files.path("anchor.jwk"), KeyKind.SIGNING);
    }

    private List<ECKey> sealingKeys(String service) {
        Path typical = files.path(named(service), "seal-{kid}.jwk");
        return files.readAll(typical, KeyGeneration::isSealingKey, KeyKind.SEALING, clock.instant());
    }

    private List<OctetSequenceKey> pairwiseKeys(String one, String other) {
        String pair = KeyGeneration.pair(named(one), named(other));
        Predicate<String> isOfPair = name -> name.startsWith(pair + ".") && name.endsWith(".jwk");
        return files.readAll(files.path("pairwise", pair + ".jwk"), isOfPair, KeyKind.PAIRWISE, clock.instant());
    }

    /** Names become paths. */
    private static String named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not the name of a service or client: " + name);
        }
        return name;
    }
}
