package io.sspr.contract.seal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.List;
import java.util.regex.Pattern;

/** A compact JWE as it stands in JSON (RFC 7516 section 7.1), at most 16 KiB; neither opened nor trusted yet. */
public record Sealed(@JsonValue String jwe) {

    static final int LONGEST = 16 * 1024;

    private static final int PARTS = 5;
    private static final Pattern PRINTABLE_KID = Pattern.compile("[A-Za-z0-9._+-]{1,80}");

    /** Throws IllegalArgumentException, which does not repeat the text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Sealed {
        if (!isCompactJwe(jwe)) {
            throw new IllegalArgumentException("Not a compact JWE of at most 16 KiB");
        }
    }

    static Sealed of(JWEHeader header, byte[] json, JWEEncrypter encrypter) {
        JWEObject jwe = new JWEObject(header, new Payload(Padding.pad(json)));
        try {
            jwe.encrypt(encrypter);
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot seal with key " + header.getKeyID(), e);
        }
        return new Sealed(jwe.serialize());
    }

    List<Base64URL> parts() throws ParseException {
        return CompactForm.split(jwe, PARTS, LONGEST);
    }

    private static boolean isCompactJwe(String text) {
        try {
            List<Base64URL> parts = CompactForm.split(text, PARTS, LONGEST);
            // Direct encryption has an empty key part: a well-formed JWE, refused by the opener for its algorithm.
            return parts.subList(2, PARTS).stream()
                    .noneMatch(part -> part.toString().isEmpty());
        } catch (ParseException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "Sealed[" + kid() + ", " + jwe.length() + " bytes]";
    }

    /** Written by a stranger and bound for logs, so shown only if harmless there. */
    private String kid() {
        try {
            Object kid = CompactForm.json(parts().get(0)).get("kid");
            return kid instanceof String text && PRINTABLE_KID.matcher(text).matches() ? text : "?";
        } catch (ParseException e) {
            return "?";
        }
    }
}
