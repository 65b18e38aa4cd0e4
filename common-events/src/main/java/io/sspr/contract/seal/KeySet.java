package io.sspr.contract.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import io.sspr.contract.seal.KeySetRejected.Reason;
import java.text.ParseException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A service's public sealing keys as published (JOSE-06): seal with the first, the others are still opened; signed by an
 * anchor whose thumbprint (RFC 7638, SHA-256) readers have configured. {@code issuedAt} is in whole seconds; an older
 * genuine set verifies too, so readers keep the newest.
 */
public record KeySet(String service, List<ECKey> keys, Instant issuedAt) {

    private static final String TYPE = "sspr-keys+jwt";
    private static final Set<String> HEADER_NAMES = Set.of("alg", "typ", "jwk");
    private static final int LONGEST = 64 * 1024;

    /** Keeps public parts only; throws IllegalArgumentException unless there is a key and each has kid, use and alg for sealing. */
    public KeySet {
        keys = keys.stream().map(KeyRules::forSealing).toList();
        issuedAt = issuedAt.truncatedTo(ChronoUnit.SECONDS);
        if (keys.stream().map(ECKey::getKeyID).distinct().count() != keys.size() || keys.isEmpty()) {
            throw new IllegalArgumentException("Not a set of distinct keys");
        }
    }

    /** The key to seal with now. */
    public ECKey current() {
        return keys.get(0);
    }

    /** As compact JWS with the anchor's public key in its header. */
    public String sign(ECKey anchor) {
        JWSHeader header = new JWSHeader.Builder(SignedForm.ALGORITHM)
                .type(new JOSEObjectType(TYPE))
                .jwk(KeyRules.privateOnP256(anchor).toPublicJWK())
                .build();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("service", service);
        claims.put("iat", issuedAt.getEpochSecond());
        claims.put("keys", keys.stream().map(JWK::toJSONObject).toList());
        try {
            return SignedForm.sign(header, claims, new ECDSASigner(anchor));
        } catch (JOSEException e) {
            throw new IllegalArgumentException("Not an anchor key", e);
        }
    }

    /** The set, if the configured anchor signed it for that service. */
    public static KeySet verify(String jws, String anchorThumbprint, String expectedService) throws KeySetRejected {
        try {
            SignedForm signed = SignedForm.read(jws, LONGEST);
            if (!signed.isAllowed(HEADER_NAMES)) {
                throw new KeySetRejected(Reason.ALGORITHM_NOT_ALLOWED);
            }
            if (!TYPE.equals(signed.header().get("typ"))) {
                throw new KeySetRejected(Reason.WRONG_TYPE);
            }
            ECKey anchor = KeyRules.onP256(ECKey.parse(new Claims(signed.header()).object("jwk")));
            if (!KeyRules.thumbprint(anchor).equals(anchorThumbprint)) {
                throw new KeySetRejected(Reason.WRONG_ANCHOR);
            }
            if (!signed.isSignedBy(new ECDSAVerifier(anchor))) {
                throw new KeySetRejected(Reason.BAD_SIGNATURE);
            }
            return read(signed.claims(), expectedService);
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw new KeySetRejected(Reason.MALFORMED);
        }
    }

    private static KeySet read(Claims claims, String expectedService) throws ParseException, KeySetRejected {
        if (!claims.text("service").equals(expectedService)) {
            throw new KeySetRejected(Reason.WRONG_SERVICE);
        }
        List<ECKey> keys = new ArrayList<>();
        for (Map<String, Object> key : claims.objects("keys")) {
            // Keys for an algorithm of tomorrow are not an error of today (RFC 7517 section 5).
            if (SealHeader.TO_A_SERVICE.getName().equals(key.get("alg"))) {
                keys.add(ECKey.parse(key));
            }
        }
        return new KeySet(expectedService, keys, claims.second("iat"));
    }
}
