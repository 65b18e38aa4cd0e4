package io.sspr.live;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A secret that is looked for, in every form in which it could have got somewhere.
 *
 * @param what what it is, to be printed instead of it
 * @param text the secret
 */
public record Mark(String what, String text) {

    /** Whether the text holds the mark in the clear, encoded or escaped, or as base64 at any alignment. */
    public boolean isIn(String haystack) {
        for (String form : forms()) if (haystack.contains(form)) return true;
        return isInTheClear(text, haystack);
    }

    /** The same for bytes, whatever else they are: text is taken to be in UTF-8. */
    public boolean isIn(byte[] haystack) {
        // One character for each byte, so that bytes which are no text hide nothing.
        String bytes = new String(haystack, StandardCharsets.ISO_8859_1);
        for (String form : forms()) if (bytes.contains(asBytes(form))) return true;
        return isInTheClear(asBytes(text), bytes);
    }

    private static boolean isInTheClear(String secret, String haystack) {
        // Short numbers are everywhere inside longer ones.
        return secret.matches("[0-9]+")
                ? Pattern.compile("(?<![0-9a-fA-F])" + secret + "(?![0-9a-fA-F])")
                        .matcher(haystack)
                        .find()
                : haystack.contains(secret);
    }

    private static String asBytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
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
        text.chars().forEach(c -> escaped.append(unicode(c)));
        forms.add(escaped.toString());
        // A list of numbers is what a script makes of bytes.
        List<String> numbers = new ArrayList<>();
        for (byte each : bytes) numbers.add(Integer.toString(each & 0xff));
        if (bytes.length > 3) forms.add(String.join(",", numbers));
        forms.addAll(escaped());
        return forms;
    }

    /** As forms, JSON and HTML write it, where that is not how it is. */
    private Set<String> escaped() {
        Set<String> forms = new LinkedHashSet<>();
        String percent = URLEncoder.encode(text, StandardCharsets.UTF_8);
        forms.add(percent);
        forms.add(percent.replace("+", "%20"));
        // What encodeURIComponent leaves as it is.
        forms.add(percent.replace("+", "%20")
                .replace("%21", "!")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")")
                .replace("%7E", "~"));
        String json = text.replace("\\", "\\\\").replace("\"", "\\\"");
        forms.add(json);
        StringBuilder ascii = new StringBuilder();
        json.chars().forEach(c -> ascii.append(c < 0x80 ? Character.toString(c) : unicode(c)));
        forms.add(ascii.toString());
        String html = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        forms.add(html);
        forms.add(html.replace("\"", "&quot;").replace("'", "&#39;"));
        forms.remove(text);
        return forms;
    }

    private static String unicode(int c) {
        return String.format(Locale.ROOT, "\\u%04x", c);
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
