package io.sspr.contract.seal;

import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** How an assertion stands in a JWS: its type, its header's names, its claims. */
final class AssertionForm {

    static final String TYPE = "sspr-assertion+jwt";
    static final Set<String> HEADER_NAMES = Set.of("alg", "typ", "kid");
    static final int LONGEST = 4 * 1024;

    private AssertionForm() {}

    static Map<String, Object> write(Assertion assertion) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", assertion.issuer());
        claims.put("sub", assertion.subject().toString());
        claims.put("aud", assertion.audience());
        claims.put("act", assertion.action());
        claims.put("jti", assertion.requestId().toString());
        claims.put("dig", assertion.digest());
        claims.put("iat", assertion.issuedAt().getEpochSecond());
        claims.put("auth_time", assertion.authTime().getEpochSecond());
        claims.put("amr", assertion.amr());
        return claims;
    }

    static Assertion read(Claims claims) throws ParseException {
        return new Assertion(
                claims.text("iss"),
                claims.id("sub"),
                claims.text("aud"),
                claims.text("act"),
                claims.id("jti"),
                claims.text("dig"),
                claims.second("iat"),
                claims.second("auth_time"),
                claims.texts("amr"));
    }
}
