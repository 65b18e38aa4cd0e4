package io.sspr.contract.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;

/** What every key here must be: named, on P-256 or 256 bits long; else IllegalArgumentException (RFC 7517, RFC 8725 3.5). */
final class KeyRules {

    private KeyRules() {}

    static String kidOf(JWK key) {
        String kid = key.getKeyID();
        if (kid == null || kid.isEmpty()) {
            throw new IllegalArgumentException("A key without kid");
        }
        return kid;
    }

    static ECKey onP256(ECKey key) {
        if (!Curve.P_256.equals(key.getCurve())) {
            throw new IllegalArgumentException("Not a P-256 key");
        }
        return key;
    }

    static ECKey privateOnP256(ECKey key) {
        if (!onP256(key).isPrivate()) {
            throw new IllegalArgumentException("Not a private key");
        }
        return key;
    }

    static ECKey publicOnP256(ECKey key) {
        if (onP256(key).isPrivate()) {
            throw new IllegalArgumentException("Not a public key");
        }
        return key;
    }

    static OctetSequenceKey of256Bits(OctetSequenceKey key) {
        if (key.size() != 256) {
            throw new IllegalArgumentException("Not a 256-bit key");
        }
        return key;
    }

    /** As published: public, for sealing only. */
    static ECKey forSealing(ECKey key) {
        kidOf(key);
        if (!KeyUse.ENCRYPTION.equals(key.getKeyUse()) || !SealHeader.TO_A_SERVICE.equals(key.getAlgorithm())) {
            throw new IllegalArgumentException("Not a key for sealing");
        }
        return onP256(key).toPublicJWK();
    }

    /** RFC 7638 with SHA-256, base64url. */
    static String thumbprint(ECKey key) {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException("No SHA-256", e);
        }
    }
}
