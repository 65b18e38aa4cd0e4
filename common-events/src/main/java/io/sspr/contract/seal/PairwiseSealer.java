package io.sspr.contract.seal;

import com.nimbusds.jose.KeyLengthException;
import com.nimbusds.jose.crypto.AESEncrypter;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.security.SecureRandom;
import java.time.Instant;

/** Seals between two services: a fresh content key wrapped with the key both hold (RFC 7518 section 4.4). */
final class PairwiseSealer implements Sealer {

    private final String kid;
    private final AESEncrypter encrypter;

    PairwiseSealer(OctetSequenceKey shared) {
        kid = KeyRules.kidOf(shared);
        try {
            encrypter = new AESEncrypter(KeyRules.of256Bits(shared));
        } catch (KeyLengthException e) {
            throw new IllegalArgumentException("Not a key to seal with: " + kid, e);
        }
        encrypter.getJCAContext().setSecureRandom(new SecureRandom());
    }

    @Override
    public Sealed seal(byte[] json, SealContext context, Instant now) {
        return Sealed.of(SealHeader.write(SealHeader.PAIRWISE, kid, context, now), json, encrypter);
    }
}
