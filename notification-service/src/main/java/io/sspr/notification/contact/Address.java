package io.sspr.notification.contact;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Exactly one mail address (ATK-10): a dot-string of RFC 5321 section 4.1.2 at a domain, and nothing else that a header
 * could be made of: no name, no list, no quotes, no comments, no line ends. Local parts outside ASCII are refused, since
 * they would need SMTPUTF8 all the way; domains become A-labels. It never prints itself.
 */
public final class Address implements Destination {

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST = 254;

    private final String text;

    private Address(String text) {
        this.text = text;
    }

    /** The address if the text is one; empty otherwise. */
    public static Optional<Address> parse(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART) return Optional.empty();
        String localPart = text.substring(0, at);
        if (!LOCAL_PART.matcher(localPart).matches()) return Optional.empty();
        String address = localPart + "@" + domain(text.substring(at + 1));
        return address.endsWith("@") || address.length() > LONGEST
                ? Optional.empty()
                : Optional.of(new Address(address));
    }

    private static String domain(String text) {
        try {
            String ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES);
            return ascii.endsWith(".") ? "" : ascii;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public String text() {
        return text;
    }

    /** Nearly every server takes upper and lower case for the same mailbox. */
    @Override
    public String counted() {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address address && text.equals(address.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "Address[hidden]";
    }
}
