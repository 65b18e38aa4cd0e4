package io.sspr.reset.hashing;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keys without which a stolen hash cannot be guessed at: what is hashed is the HMAC-SHA-256 of the password by the first of
 * them. Each hash names its key, so a key is rolled by putting a new one before it, once all instances know the new one.
 */
@Component
public final class Peppers {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int LEAST_BITS = 256;

    private final Map<String, SecretKey> keys;
    private final @Nullable String current;

    /** Throws IllegalStateException, in a sentence that names the file, if there is one and it is not usable. */
    public Peppers(PepperProperties properties) {
        Path file = properties.file();
        keys = file == null ? Map.of() : read(file);
        current = keys.keySet().stream().findFirst().orElse(null);
    }

    /** The ids of all keys. */
    public Set<String> ids() {
        return Collections.unmodifiableSet(keys.keySet());
    }

    /** Shows that a key is the same as before, and nothing else of it. */
    public byte[] proof(String id) {
        return hmac(id, "the proof of this key".getBytes(StandardCharsets.US_ASCII));
    }

    /** The id of the key for new hashes; absent: they are made without one. */
    @Nullable
    String current() {
        return current;
    }

    /** What is hashed of a password; throws IllegalStateException if the key is not here. */
    byte[] applied(Password password, @Nullable String id) {
        return id == null ? password.bytes() : hmac(id, password.bytes());
    }

    private byte[] hmac(String id, byte[] value) {
        SecretKey key = keys.get(id);
        if (key == null) throw new IllegalStateException("a password was hashed with a key that is not here: " + id);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    private static Map<String, SecretKey> read(Path file) {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        try {
            for (JWK jwk : JWKSet.parse(Files.readString(file)).getKeys()) {
                boolean usable = jwk instanceof OctetSequenceKey
                        && jwk.size() >= LEAST_BITS
                        && jwk.getKeyID() != null
                        && ID.matcher(jwk.getKeyID()).matches();
                if (!usable || keys.put(jwk.getKeyID(), ((OctetSequenceKey) jwk).toSecretKey()) != null)
                    throw unusable(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException("sspr.hashing.pepper.file cannot be read: " + file, e);
        } catch (ParseException e) {
            // Without its words, which may quote the key.
            throw unusable(file);
        }
        if (keys.isEmpty()) throw unusable(file);
        return keys;
    }

    private static IllegalStateException unusable(Path file) {
        return new IllegalStateException("sspr.hashing.pepper.file must be a JWK set of oct keys of 256 bits or more,"
                + " each with a kid of its own of at most 64 letters, digits, '.', '_' and '-': " + file);
    }
}
