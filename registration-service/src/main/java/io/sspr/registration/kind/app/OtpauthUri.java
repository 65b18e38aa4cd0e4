package io.sspr.registration.kind.app;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What an authenticator app reads from a QR code (TOTP-01): 6 digits, 30 seconds, as many apps know nothing else. */
final class OtpauthUri {

    private static final int LONGEST_NAME = 64;

    private OtpauthUri() {}

    /** With the issuer both before the account's name and as a parameter, for apps read the one or the other. */
    static String of(String issuer, String accountName, TotpSeed seed) {
        String name = encode(issuer) + ":" + encode(shortened(accountName));
        return "otpauth://totp/" + name + "?secret=" + seed.base32() + "&issuer=" + encode(issuer) + "&algorithm="
                + seed.hash() + "&digits=6&period=30";
    }

    private static String shortened(String name) {
        int points = Math.min(LONGEST_NAME, name.codePointCount(0, name.length()));
        return name.substring(0, name.offsetByCodePoints(0, points));
    }

    /** Percent-encoding of RFC 3986, where a space is never a plus sign. */
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~")
                .replace("%40", "@");
    }
}
