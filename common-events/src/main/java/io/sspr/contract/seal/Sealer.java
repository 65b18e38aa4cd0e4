package io.sspr.contract.seal;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.time.Instant;

/** Seals JSON for one reader as a compact JWE (JOSE-01, JOSE-03, JOSE-09); safe for many threads, made once per key. */
public interface Sealer {

    /** Seals at most 4096 bytes, else throws IllegalArgumentException; {@code now} becomes {@code iat} in seconds. */
    Sealed seal(byte[] json, SealContext context, Instant now);

    /** For anybody: to a service's published P-256 key (ECDH-ES+A256KW, A256GCM), about 1 ms each. */
    static Sealer to(ECKey published) {
        return new PublicKeySealer(published);
    }

    /** Between two services: with their shared 256-bit key (A256KW, A256GCM), much cheaper. */
    static Sealer pairwise(OctetSequenceKey shared) {
        return new PairwiseSealer(shared);
    }
}
