package io.sspr.contract.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.AESDecrypter;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.util.Base64URL;
import io.sspr.contract.seal.CannotOpen.Reason;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Opens what was sealed to one service (JOSE-02, JOSE-03, JOSE-06): the kid alone chooses the key, the key alone chooses
 * the algorithm; safe for many threads, made once.
 */
public final class Opener {

    private final Map<String, OpeningKey> keys = new HashMap<>();

    /** Takes private P-256 keys and 256-bit keys, each with its own kid; else throws IllegalArgumentException. */
    public Opener(Collection<? extends JWK> keys) {
        for (JWK key : keys) {
            if (this.keys.put(KeyRules.kidOf(key), OpeningKey.of(key)) != null) {
                throw new IllegalArgumentException("Two keys with the kid " + key.getKeyID());
            }
        }
    }

    /** The JSON that was sealed, without its padding. */
    public byte[] open(Sealed sealed, SealContext expected) throws CannotOpen {
        try {
            List<Base64URL> parts = sealed.parts();
            Map<String, Object> header = CompactForm.json(parts.get(0));
            if (!SealHeader.isAllowed(header)) {
                throw new CannotOpen(Reason.ALGORITHM_NOT_ALLOWED);
            }
            byte[] content = keyFor(header).decrypt(JWEHeader.parse(header, parts.get(0)), parts);
            Reason misplaced = SealHeader.misplaced(header, expected);
            if (misplaced != null) {
                throw new CannotOpen(misplaced);
            }
            if (!Padding.isPadded(content)) {
                throw new CannotOpen(Reason.MALFORMED);
            }
            return Padding.strip(content);
        } catch (ParseException | IllegalArgumentException e) {
            throw new CannotOpen(Reason.MALFORMED);
        }
    }

    private OpeningKey keyFor(Map<String, Object> header) throws CannotOpen {
        @Nullable OpeningKey key = header.get("kid") instanceof String kid ? keys.get(kid) : null;
        if (key == null) {
            throw new CannotOpen(Reason.UNKNOWN_KEY);
        }
        if (!key.algorithm().getName().equals(header.get("alg"))) {
            throw new CannotOpen(Reason.ALGORITHM_NOT_ALLOWED);
        }
        return key;
    }

    private record OpeningKey(JWEAlgorithm algorithm, JWEDecrypter decrypter) {

        static OpeningKey of(JWK key) {
            try {
                if (key instanceof ECKey ec) {
                    ECKey usable = KeyRules.privateOnP256(ec);
                    return new OpeningKey(SealHeader.TO_A_SERVICE, new ECDHDecrypter(usable.toECPrivateKey()));
                }
                if (key instanceof OctetSequenceKey shared) {
                    return new OpeningKey(SealHeader.PAIRWISE, new AESDecrypter(KeyRules.of256Bits(shared)));
                }
            } catch (JOSEException e) {
                throw new IllegalArgumentException("Not a key to open with: " + key.getKeyID(), e);
            }
            throw new IllegalArgumentException("Neither an EC nor an oct key: " + key.getKeyID());
        }

        byte[] decrypt(JWEHeader header, List<Base64URL> parts) throws CannotOpen {
            byte[] authenticated = parts.get(0).toString().getBytes(StandardCharsets.US_ASCII);
            try {
                return decrypter.decrypt(header, parts.get(1), parts.get(2), parts.get(3), parts.get(4), authenticated);
            } catch (JOSEException | RuntimeException e) {
                // Unchecked ones too: a stranger chose the bytes, and nothing of theirs may stop a consumer (G7).
                throw new CannotOpen(Reason.DECRYPTION_FAILED);
            }
        }
    }
}
