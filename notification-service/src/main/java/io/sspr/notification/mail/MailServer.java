package io.sspr.notification.mail;

import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server that {@code spring.mail.*} names. */
@Component
public final class MailServer {

    private final JavaMailSenderImpl sender;
    private final MimeMails mails;

    MailServer(JavaMailSenderImpl sender, SenderProperties properties) {
        this.sender = sender;
        this.mails = new MimeMails(properties.organisation(), properties.from());
    }

    /** A connection, opened when the first mail is sent; for one thread. */
    public MailConnection connection() {
        return new MailConnection(sender, mails);
    }
}
