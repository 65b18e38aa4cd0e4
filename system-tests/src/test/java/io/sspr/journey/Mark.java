package io.sspr.journey;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A secret that is looked for, in every form in which it could have got somewhere.
 *
 * @param what what it is, to be printed instead of it
 * @param text the secret
 */
record Mark(String what, String text) {

    /** Whether the text holds the mark in the clear, in base64 at any alignment, in hex or escaped. */
    boolean isIn(String haystack) {
        for (String form : forms()) if (haystack.contains(form)) return true;
        // Short numbers are everywhere inside longer ones.
        return text.matches("[0-9]+")
                ? Pattern.compile("(?<![0-9a-fA-F])" + text + "(?![0-9a-fA-F])")
                        .matcher(haystack)
                        .find()
                : haystack.contains(text);
    }

    Set<String> forms() {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Set<String> forms = new LinkedHashSet<>();
        for (int shift = 0; shift < 3; shift++) {
            forms.add(base64(bytes, shift, Base64.getEncoder()));
            forms.add(base64(bytes, shift, Base64.getUrlEncoder()));
        }
        String hex = HexFormat.of().formatHex(bytes);
        forms.add(hex);
        forms.add(hex.toUpperCase(Locale.ROOT));
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(String.format(Locale.ROOT, "\\u%04x", c)));
        forms.add(escaped.toString());
        String percent = java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
        if (!percent.equals(text)) forms.add(percent);
        return forms;
    }

    /** What is the same whatever stands before and after it. */
    private static String base64(byte[] bytes, int shift, Base64.Encoder encoder) {
        byte[] shifted = new byte[bytes.length + shift];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        String encoded = encoder.withoutPadding().encodeToString(shifted);
        int from = shift == 0 ? 0 : shift + 1;
        int to = shifted.length / 3 * 4;
        return encoded.substring(from, to);
    }

    @Override
    public String toString() {
        return what;
    }
}
