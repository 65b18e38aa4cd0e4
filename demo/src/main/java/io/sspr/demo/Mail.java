package io.sspr.demo;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A caught mail.
 *
 * @param uid grows with every mail of a mailbox, from 1
 * @param subject decoded by the mail page
 * @param text the plain text of the body
 */
public record Mail(long uid, String subject, String text) {

    /** Alone in their line, at most parted in the middle to be read more easily: telephone numbers are no codes. */
    private static final Pattern CODE = Pattern.compile("(?m)^[ \\t]*([0-9]{4})[ \\u00a0-]?([0-9]{4})[ \\t]*\\r?$");

    /** The 8-digit code in its text, if there is one. */
    public Optional<String> code() {
        Matcher found = CODE.matcher(text);
        return found.find() ? Optional.of(found.group(1) + found.group(2)) : Optional.empty();
    }
}
