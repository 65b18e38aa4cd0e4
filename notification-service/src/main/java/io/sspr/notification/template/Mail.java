package io.sspr.notification.template;

import java.util.Locale;

/** A mail in one language, both as text and as HTML. */
public record Mail(Locale language, String subject, String text, String html) {
    @Override
    public String toString() {
        return "Mail[" + language + ", hidden]";
    }
}
