package io.sspr.contract.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import io.sspr.contract.seal.AssertionRejected.Reason;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Believes what a trusted client signed, for exactly the request at hand (JOSE-12, ASVS 9.1.1, 9.1.2, 9.2.3); at most 5
 * minutes old and 60 seconds ahead; safe for many threads, made once.
 */
public final class AssertionVerifier {

    private static final Duration OLDEST = Duration.ofMinutes(5);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    /** Client, then thumbprint. */
    private final Map<String, Map<String, JWSVerifier>> verifiers = new HashMap<>();

    /** Takes each client's public P-256 keys, several while it rolls them; else throws IllegalArgumentException. */
    public AssertionVerifier(Map<String, ? extends Collection<ECKey>> keysByClient) {
        keysByClient.forEach((client, keys) -> {
            Map<String, JWSVerifier> ofClient = new HashMap<>();
            keys.forEach(key -> ofClient.put(KeyRules.thumbprint(key), verifier(key)));
            verifiers.put(client, ofClient);
        });
    }

    /** The assertion of a request that came from that client with that id and value, if all of it fits. */
    public Assertion verify(
            String jws, String client, String audience, String action, UUID requestId, byte[] value, Instant now)
            throws AssertionRejected {
        Assertion assertion = authentic(jws, client);
        require(assertion.issuer().equals(client), Reason.WRONG_ISSUER);
        require(assertion.audience().equals(audience), Reason.WRONG_AUDIENCE);
        require(assertion.action().equals(action), Reason.WRONG_ACTION);
        require(assertion.requestId().equals(requestId), Reason.WRONG_REQUEST);
        require(assertion.digest().equals(Sha256.of(value)), Reason.WRONG_CONTENT);
        require(!assertion.issuedAt().isBefore(now.minus(OLDEST)), Reason.EXPIRED);
        require(!assertion.issuedAt().isAfter(now.plus(CLOCK_SKEW)), Reason.NOT_YET_VALID);
        require(!assertion.authTime().isAfter(assertion.issuedAt().plus(CLOCK_SKEW)), Reason.NOT_YET_VALID);
        return assertion;
    }

    private Assertion authentic(String jws, String client) throws AssertionRejected {
        try {
            SignedForm signed = SignedForm.read(jws, AssertionForm.LONGEST);
            require(signed.isAllowed(AssertionForm.HEADER_NAMES), Reason.ALGORITHM_NOT_ALLOWED);
            require(AssertionForm.TYPE.equals(signed.header().get("typ")), Reason.WRONG_TYPE);
            JWSVerifier verifier = verifiers
                    .getOrDefault(client, Map.of())
                    .get(String.valueOf(signed.header().get("kid")));
            if (verifier == null) {
                throw new AssertionRejected(Reason.UNKNOWN_KEY);
            }
            require(signed.isSignedBy(verifier), Reason.BAD_SIGNATURE);
            return AssertionForm.read(signed.claims());
        } catch (ParseException | IllegalArgumentException e) {
            throw new AssertionRejected(Reason.MALFORMED);
        }
    }

    private static void require(boolean holds, Reason otherwise) throws AssertionRejected {
        if (!holds) {
            throw new AssertionRejected(otherwise);
        }
    }

    private static JWSVerifier verifier(ECKey key) {
        try {
            return new ECDSAVerifier(KeyRules.onP256(key).toECPublicKey());
        } catch (JOSEException e) {
            throw new IllegalArgumentException("Not a key to verify with", e);
        }
    }
}
