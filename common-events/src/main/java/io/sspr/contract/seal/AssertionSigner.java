package io.sspr.contract.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;

/** Signs a client's assertions with its P-256 key (ES256, kid = RFC 7638 thumbprint); safe for many threads, made once. */
public final class AssertionSigner {

    private final JWSHeader header;
    private final ECDSASigner signer;

    /** Takes a private P-256 key, else throws IllegalArgumentException. */
    public AssertionSigner(ECKey key) {
        try {
            signer = new ECDSASigner(KeyRules.privateOnP256(key));
        } catch (JOSEException e) {
            throw new IllegalArgumentException("Not a key to sign with", e);
        }
        header = new JWSHeader.Builder(SignedForm.ALGORITHM)
                .type(new JOSEObjectType(AssertionForm.TYPE))
                .keyID(KeyRules.thumbprint(key))
                .build();
    }

    /** As compact JWS. */
    public String sign(Assertion assertion) {
        return SignedForm.sign(header, AssertionForm.write(assertion), signer);
    }
}
