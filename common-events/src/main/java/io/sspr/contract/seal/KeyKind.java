package io.sspr.contract.seal;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.text.ParseException;

/** What a key file must hold, in words for the operator and as a check (RFC 7517, RFC 7518 section 6). */
record KeyKind<K extends JWK>(String words, Parser<K> parser) {

    /** Throws IllegalArgumentException too, if the key is of another kind. */
    interface Parser<K> {
        K parse(String json) throws ParseException;
    }

    static final KeyKind<ECKey> SIGNING =
            new KeyKind<>("a private P-256 key", json -> KeyRules.privateOnP256(ECKey.parse(json)));

    static final KeyKind<ECKey> VERIFYING =
            new KeyKind<>("a public P-256 key", json -> KeyRules.publicOnP256(ECKey.parse(json)));

    static final KeyKind<ECKey> SEALING =
            new KeyKind<>("a private P-256 key with a kid, use enc and alg ECDH-ES+A256KW", KeyKind::parseSealing);

    static final KeyKind<OctetSequenceKey> PAIRWISE =
            new KeyKind<>("a 256-bit oct key with a kid", KeyKind::parsePairwise);

    static final KeyKind<OctetSequenceKey> AT_REST =
            new KeyKind<>("a 256-bit oct key", json -> KeyRules.of256Bits(OctetSequenceKey.parse(json)));

    private static ECKey parseSealing(String json) throws ParseException {
        ECKey key = KeyRules.privateOnP256(ECKey.parse(json));
        KeyRules.forSealing(key);
        return key;
    }

    private static OctetSequenceKey parsePairwise(String json) throws ParseException {
        OctetSequenceKey key = KeyRules.of256Bits(OctetSequenceKey.parse(json));
        KeyRules.kidOf(key);
        return key;
    }
}
