package io.sspr.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of MIME (RFC 2045, RFC 2046) as it takes to read the plain text of a mail. */
final class MimeText {

    private static final Pattern FOLD = Pattern.compile("\r?\n[ \t]+");
    private static final Pattern BOUNDARY =
            Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([^;\"\\s]+)", Pattern.CASE_INSENSITIVE);

    private MimeText() {}

    /** The first plain text of a raw message; empty if it has none. */
    static Optional<String> of(String rawMessage) {
        Part part = Part.of(rawMessage);
        String type = part.header("content-type", "text/plain");
        if (type.toLowerCase(Locale.ROOT).startsWith("text/plain")) return Optional.of(part.text(type));
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) return Optional.empty();
        String name = boundary.group(1) != null ? boundary.group(1) : boundary.group(2);
        return parts(part.body(), name).stream()
                .flatMap(inner -> of(inner).stream())
                .findFirst();
    }

    private static List<String> parts(String body, String boundary) {
        List<String> parts = new ArrayList<>();
        Pattern line = Pattern.compile("(?:^|\r?\n)--" + Pattern.quote(boundary) + "(?:--)?[ \t]*(?=\r?\n|$)");
        String[] pieces = line.split(body, -1);
        // Before the first and after the last boundary stands what nobody should read.
        for (int i = 1; i < pieces.length - 1; i++) parts.add(pieces[i].replaceFirst("^\r?\n", ""));
        return parts;
    }

    private record Part(Map<String, String> headers, String body) {

        static Part of(String raw) {
            Matcher blank = Pattern.compile("(?:^|\r?\n)\r?\n").matcher(raw);
            boolean hasBody = blank.find();
            String head = hasBody ? raw.substring(0, blank.start()) : raw;
            Map<String, String> headers = new HashMap<>();
            for (String line : FOLD.matcher(head).replaceAll(" ").split("\r?\n", -1)) {
                int colon = line.indexOf(':');
                if (colon > 0)
                    headers.put(
                            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                            line.substring(colon + 1).strip());
            }
            return new Part(headers, hasBody ? raw.substring(blank.end()) : "");
        }

        String header(String name, String otherwise) {
            return headers.getOrDefault(name, otherwise);
        }

        String text(String type) {
            Matcher named = CHARSET.matcher(type);
            Charset charset = named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
            return switch (header("content-transfer-encoding", "7bit").toLowerCase(Locale.ROOT)) {
                case "base64" -> new String(Base64.getMimeDecoder().decode(body), charset);
                case "quoted-printable" -> new String(unquoted(), charset);
                default -> body;
            };
        }

        /** RFC 2045 section 6.7. */
        private byte[] unquoted() {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] != '=') {
                    decoded.write(bytes[i]);
                } else if (i + 1 < bytes.length && bytes[i + 1] == '\n') {
                    i += 1;
                } else if (i + 2 < bytes.length && bytes[i + 1] == '\r') {
                    i += 2;
                } else if (i + 2 < bytes.length) {
                    decoded.write(Character.digit(bytes[i + 1], 16) * 16 + Character.digit(bytes[i + 2], 16));
                    i += 2;
                }
            }
            return decoded.toByteArray();
        }
    }
}
