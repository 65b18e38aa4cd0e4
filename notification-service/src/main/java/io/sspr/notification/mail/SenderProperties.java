package io.sspr.notification.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose mails these are: {@code sspr.notification.*}, all of them needed. They have no defaults, because a notice that
 * names nobody to turn to is worth nothing (NTF-03).
 *
 * @param organisation as it calls itself in the mails
 * @param from the address in From, nothing else is sent from it (EML-02)
 * @param helpdesk how to reach the people who help: a telephone number, an address, a room
 */
@ConfigurationProperties("sspr.notification")
public record SenderProperties(String organisation, String from, String helpdesk) {

    private static final int LONGEST = 200;

    /** Refuses what is missing and what a header could be broken with. */
    public SenderProperties {
        line("organisation", organisation);
        line("from", from);
        line("helpdesk", helpdesk);
        if (!isAddress(from))
            throw new IllegalArgumentException(
                    "sspr.notification.from is not a plain address such as reset@example.org");
    }

    private static void line(String name, @Nullable String text) {
        if (text == null || text.isBlank())
            throw new IllegalArgumentException("sspr.notification." + name + " must be set");
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl))
            throw new IllegalArgumentException(
                    "sspr.notification." + name + " must be one line of at most " + LONGEST + " characters");
    }

    private static boolean isAddress(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            return text.equals(address.getAddress());
        } catch (AddressException e) {
            return false;
        }
    }
}
