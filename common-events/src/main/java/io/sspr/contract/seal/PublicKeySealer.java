package io.sspr.contract.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.security.SecureRandom;
import java.time.Instant;

/** Seals to a service's public key with a fresh ephemeral key each time (RFC 7518 section 4.6). */
final class PublicKeySealer implements Sealer {

    private final String kid;
    private final ECDHEncrypter encrypter;

    PublicKeySealer(ECKey published) {
        kid = KeyRules.kidOf(published);
        try {
            encrypter = new ECDHEncrypter(KeyRules.onP256(published).toECPublicKey());
        } catch (JOSEException e) {
            throw new IllegalArgumentException("Not a key to seal to: " + kid, e);
        }
        encrypter.getJCAContext().setSecureRandom(new SecureRandom());
    }

    @Override
    public Sealed seal(byte[] json, SealContext context, Instant now) {
        return Sealed.of(SealHeader.write(SealHeader.TO_A_SERVICE, kid, context, now), json, encrypter);
    }
}
