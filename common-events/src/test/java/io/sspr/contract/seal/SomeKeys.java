package io.sspr.contract.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;

/** Fresh keys for tests. */
final class SomeKeys {

    private SomeKeys() {}

    static ECKey sealing(String kid) {
        return elliptic(Curve.P_256, kid);
    }

    static ECKey elliptic(Curve curve, String kid) {
        try {
            return new ECKeyGenerator(curve)
                    .keyID(kid)
                    .keyUse(KeyUse.ENCRYPTION)
                    .algorithm(SealHeader.TO_A_SERVICE)
                    .generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static ECKey signing() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static OctetSequenceKey shared(String kid) {
        try {
            return new OctetSequenceKeyGenerator(256).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
