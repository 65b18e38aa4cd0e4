package io.sspr.registration.kind.email;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address as it is stored and sent to: one mailbox, a dot-atom of ASCII before the at sign (RFC 5322 3.2.3), the
 * domain in lower case with A-labels (RFC 5890), at most 254 characters; nothing that could reach into a header or name
 * a second mailbox (ATK-09, ATK-10).
 *
 * @param text the address
 */
record EmailAddress(String text) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern LOCAL_PART =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    /** The address that was typed; empty if it is none that we send to. */
    public static Optional<EmailAddress> of(String typed) {
        int at = typed.indexOf('@');
        if (at < 0 || typed.length() > LONGEST) return Optional.empty();
        String local = typed.substring(0, at);
        String domain = inAscii(typed.substring(at + 1));
        String text = local + "@" + domain;
        boolean fits = local.length() <= LONGEST_LOCAL_PART
                && text.length() <= LONGEST
                && LOCAL_PART.matcher(local).matches()
                && DOMAIN.matcher(domain).matches();
        return fits ? Optional.of(new EmailAddress(text)) : Optional.empty();
    }

    /** Equal for addresses that are the same mailbox wherever mail is delivered in practice: case does not count. */
    public String comparable() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Empty, which is no domain, if there is no such form. */
    private static String inAscii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "EmailAddress[hidden]";
    }
}
