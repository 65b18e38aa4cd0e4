package io.sspr.notification.template;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last line of a text message by which a browser fills in a code on one site only (SMS-01, WICG "origin-bound one-time
 * codes"): {@code @example.com #747723}.
 */
record OriginBoundCode(String host, String code) {

    private static final Pattern LINE =
            Pattern.compile("@([^@#%\\s]+) #([^@#%\\s]+)(?: %[^@#%\\s]+)?(?:[ \\t\\u000b\\f\\r].*)?");

    String line() {
        return "@" + host + " #" + code;
    }

    /** What a browser makes of a message; empty if its last line is none. */
    static Optional<OriginBoundCode> parse(String message) {
        Matcher line = LINE.matcher(message.substring(message.lastIndexOf('\n') + 1));
        return line.matches() ? Optional.of(new OriginBoundCode(line.group(1), line.group(2))) : Optional.empty();
    }
}
