package io.sspr.demo;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A caught mail or text message.
 *
 * @param uid grows with every message of a mailbox, from 1
 * @param subject decoded by the mail page
 * @param text the plain text of the body
 */
public record Mail(long uid, String subject, String text) {

    /** Alone in their line, at most parted in the middle to be read more easily: telephone numbers are no codes. */
    private static final Pattern CODE = Pattern.compile("(?m)^[ \\t]*([0-9]{4})[ \\u00a0-]?([0-9]{4})[ \\t]*\\r?$");
    /** The last line of a text message, as browsers read it (WICG origin-bound one-time codes). */
    private static final Pattern BOUND_CODE = Pattern.compile("(?m)^@[^ #]+ #([0-9]{4})([0-9]{4})");

    private static final Pattern DISPUTE_TOKEN = Pattern.compile("#([A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+)");
    private static final Pattern DISPUTE_CODE = Pattern.compile("\\b([0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5})\\b");

    /** The 8-digit code in its text, if there is one. */
    public Optional<String> code() {
        return found(BOUND_CODE).or(() -> found(CODE));
    }

    /** What the link "this was not me" of a notice carries. */
    public Optional<String> disputeToken() {
        return found(DISPUTE_TOKEN);
    }

    /** What a notice gives to read out. */
    public Optional<String> disputeCode() {
        return found(DISPUTE_CODE);
    }

    private Optional<String> found(Pattern pattern) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) return Optional.empty();
        StringBuilder whole = new StringBuilder();
        for (int group = 1; group <= found.groupCount(); group++) whole.append(found.group(group));
        return Optional.of(whole.toString());
    }
}
