package io.sspr.contract.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A compact JWS with ES256 (RFC 7515, RFC 7518 section 3.4), taken apart and not yet trusted. */
record SignedForm(Map<String, Object> header, List<Base64URL> parts) {

    static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;

    private static final int PARTS = 3;

    static SignedForm read(String jws, int longest) throws ParseException {
        List<Base64URL> parts = CompactForm.split(jws, PARTS, longest);
        return new SignedForm(CompactForm.json(parts.get(0)), parts);
    }

    static String sign(JWSHeader header, Map<String, Object> claims, JWSSigner signer) {
        JWSObject jws = new JWSObject(header, new Payload(JSONObjectUtils.toJSONString(claims)));
        try {
            jws.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot sign", e);
        }
        return jws.serialize();
    }

    /** Whether the algorithm is ES256 and no parameter (crit, b64, jku, ...) is there besides these (RFC 8725 section 3). */
    boolean isAllowed(Set<String> names) {
        return ALGORITHM.getName().equals(header.get("alg")) && names.containsAll(header.keySet());
    }

    /** Not to be believed before {@link #isSignedBy}. */
    Claims claims() throws ParseException {
        return new Claims(CompactForm.json(parts.get(1)));
    }

    boolean isSignedBy(JWSVerifier verifier) throws ParseException {
        String signed = parts.get(0) + "." + parts.get(1);
        try {
            return verifier.verify(
                    JWSHeader.parse(header, parts.get(0)), signed.getBytes(StandardCharsets.US_ASCII), parts.get(2));
        } catch (JOSEException e) {
            return false;
        }
    }
}
