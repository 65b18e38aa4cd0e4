package io.sspr.contract.seal;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The dot-separated base64url parts of a compact JWS or JWE (RFC 7515 section 7.1, RFC 7516 section 7.1), read strictly. */
final class CompactForm {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /** Bits of a part's last character that carry nothing, by length modulo 4. */
    private static final int[] UNUSED_BITS = {0, 0, 0xF, 0x3};

    private CompactForm() {}

    /** Each part has but one spelling here; of an offending text nothing is repeated in the exception. */
    static List<Base64URL> split(String text, int count, int longest) throws ParseException {
        if (text.length() > longest) {
            throw new ParseException("Too long", longest);
        }
        List<Base64URL> parts = new ArrayList<>(count);
        int start = 0;
        for (int end = text.indexOf('.'); end >= 0; end = text.indexOf('.', start)) {
            parts.add(part(text, start, end));
            start = end + 1;
        }
        parts.add(part(text, start, text.length()));
        if (parts.size() != count || parts.get(0).toString().isEmpty()) {
            throw new ParseException("Not " + count + " parts", 0);
        }
        return parts;
    }

    private static Base64URL part(String text, int start, int end) throws ParseException {
        int value = 0;
        for (int i = start; i < end; i++) {
            value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                throw new ParseException("Not base64url", i);
            }
        }
        int rest = (end - start) % 4;
        if (rest == 1 || (value & UNUSED_BITS[rest]) != 0) {
            throw new ParseException("Not canonical base64url", end);
        }
        return new Base64URL(text.substring(start, end));
    }

    /** A JSON object without duplicate names; nimbus reads strictly and bounds the depth, but takes null and [] for one. */
    static Map<String, Object> json(Base64URL part) throws ParseException {
        String json = part.decodeToString();
        if (!json.stripLeading().startsWith("{")) {
            throw new ParseException("Not a JSON object", 0);
        }
        return JSONObjectUtils.parse(json);
    }
}
