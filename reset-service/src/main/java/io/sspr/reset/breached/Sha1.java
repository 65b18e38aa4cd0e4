package io.sspr.reset.breached;

import io.sspr.reset.hashing.Password;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash by which breached passwords are listed everywhere; it protects nothing here.
 *
 * @param hex 40 digits, upper case
 */
record Sha1(String hex) {

    static final int DIGITS = 40;

    /** So many digits may leave this process: about a thousand listed passwords share them (k-anonymity). */
    private static final int SHARED = 5;

    static Sha1 of(Password password) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(password.bytes());
            return new Sha1(HexFormat.of().withUpperCase().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    String prefix() {
        return hex.substring(0, SHARED);
    }

    String suffix() {
        return hex.substring(SHARED);
    }

    /** Where it is among all that there can be, from 0 to 1. */
    double place() {
        return place(hex);
    }

    /** Where those digits are. */
    static double place(String hex) {
        return (Long.parseUnsignedLong(hex.substring(0, 16), 16) >>> 11) * 0x1p-53;
    }

    @Override
    public String toString() {
        return "Sha1[hidden]";
    }
}
