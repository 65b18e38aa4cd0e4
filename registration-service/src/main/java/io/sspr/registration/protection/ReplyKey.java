package io.sspr.registration.protection;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import io.sspr.contract.seal.Sealer;
import java.text.ParseException;
import java.util.Optional;

/** The key that a front end made for one request, to hear a secret by: a public P-256 JWK (RFC 7517). */
public final class ReplyKey {

    private ReplyKey() {}

    /** Seals to it; empty if it is not such a key. A key without a name goes by its thumbprint (RFC 7638). */
    public static Optional<Sealer> sealer(String jwk) {
        try {
            ECKey key = ECKey.parse(jwk);
            if (!Curve.P_256.equals(key.getCurve()) || key.isPrivate()) return Optional.empty();
            String kid = key.getKeyID();
            boolean named = kid != null && !kid.isEmpty();
            return Optional.of(Sealer.to(
                    named ? key : new ECKey.Builder(key).keyIDFromThumbprint().build()));
        } catch (ParseException | JOSEException | RuntimeException e) {
            // Unchecked ones too: the parser throws them on texts that a stranger may choose (G7).
            return Optional.empty();
        }
    }
}
