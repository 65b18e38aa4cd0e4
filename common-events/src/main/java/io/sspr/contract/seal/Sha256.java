package io.sspr.contract.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** SHA-256 as it appears on the wire: base64url without padding, 43 characters (FIPS 180-4, RFC 4648 section 5). */
public final class Sha256 {

    private Sha256() {}

    /** Of bytes as they are, such as a record's value. */
    public static String of(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
