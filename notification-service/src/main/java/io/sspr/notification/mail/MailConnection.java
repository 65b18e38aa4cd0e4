package io.sspr.notification.mail;

import io.sspr.notification.contact.Address;
import io.sspr.notification.template.Mail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Sends one mail after another over one SMTP connection, and over a new one when the server has closed it. Every wait on
 * the server is bounded by the timeouts in {@code spring.mail.properties}. For one thread.
 */
public final class MailConnection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MailConnection.class);
    private static final String PROTOCOL = "smtp";

    private final JavaMailSenderImpl sender;
    private final MimeMails mails;
    private @Nullable Transport transport;

    MailConnection(JavaMailSenderImpl sender, MimeMails mails) {
        this.sender = sender;
        this.mails = mails;
    }

    /** Hands a mail to the server. The answer TROUBLE leaves open whether the server has it. */
    public MailAnswer send(UUID id, Instant date, Address to, Mail mail) {
        try {
            Session session = sender.getSession();
            MimeMessage message = mails.of(id, date, to, mail, session);
            connected(session).sendMessage(message, message.getAllRecipients());
            return MailAnswers.accepted();
        } catch (MessagingException e) {
            MailAnswer answer = MailAnswers.of(e);
            // The class alone: what the server said can repeat the address.
            log.debug("Mail {} met {} ({})", id, answer, e.getClass().getSimpleName());
            // After a failure the state of the connection is the server's guess as much as ours.
            close();
            return answer;
        }
    }

    /** Whether it was open when it was used last. */
    boolean isOpen() {
        return transport != null;
    }

    private Transport connected(Session session) throws MessagingException {
        // Asks the server, which may have closed it in the meantime.
        if (transport != null && transport.isConnected()) return transport;
        close();
        Transport opened = session.getTransport(sender.getProtocol() == null ? PROTOCOL : sender.getProtocol());
        transport = opened;
        opened.connect(sender.getHost(), sender.getPort(), sender.getUsername(), sender.getPassword());
        return opened;
    }

    @Override
    public void close() {
        Transport closing = transport;
        transport = null;
        if (closing == null) return;
        try {
            closing.close();
        } catch (MessagingException e) {
            log.debug(
                    "A connection to the mail server did not close in order ({})",
                    e.getClass().getSimpleName());
        }
    }
}
