package io.sspr.reset.account;

import io.sspr.contract.CanonicalLogin;
import io.sspr.contract.seal.AtRest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Keyed hashes of logins: no login stands in the database in the clear, known or not. */
final class LoginKeys {

    private final AtRest atRest;

    LoginKeys(AtRest atRest) {
        this.atRest = atRest;
    }

    /** By which a canonical login is found. */
    byte[] key(String canonicalLogin) {
        return atRest.hmac(canonicalLogin.getBytes(StandardCharsets.UTF_8), "login");
    }

    /** By which a typed login is looked for; one without a canonical form has a key too, which no account has. */
    byte[] keyOfTyped(String login) {
        return CanonicalLogin.of(login)
                .map(canonical -> key(canonical.text()))
                .orElseGet(() -> atRest.hmac(login.getBytes(StandardCharsets.UTF_8), "login without canonical form"));
    }

    /** An id that looks like an account's (UUID version 4) and is always the same for a login. */
    UUID decoy(byte[] key) {
        ByteBuffer bytes = ByteBuffer.wrap(atRest.hmac(key, "decoy account"));
        long high = (bytes.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        long low = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
