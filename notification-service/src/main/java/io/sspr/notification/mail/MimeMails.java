package io.sspr.notification.mail;

import io.sspr.notification.contact.Address;
import io.sspr.notification.template.Mail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Mails as they go over the wire: text and HTML, marked as sent by a machine (RFC 3834), to exactly one address. */
final class MimeMails {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final InternetAddress from;
    private final String domain;

    MimeMails(String organisation, String from) {
        try {
            this.from = new InternetAddress(from, organisation, UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
        this.domain = from.substring(from.lastIndexOf('@') + 1);
    }

    /** The same id gives the same Message-ID, so that a receiver can tell a second try from a second mail (EML-05). */
    MimeMessage of(UUID id, Instant date, Address to, Mail mail, Session session) throws MessagingException {
        MimeMessage message = new MailWithId(session, "<" + id + "@" + domain + ">");
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to.text(), true));
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(date));
        message.setHeader("Content-Language", mail.language().toLanguageTag());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        // The last is the one to prefer (RFC 2046 section 5.1.4).
        message.setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, UTF_8, subtype);
        return part;
    }

    private static final class MailWithId extends MimeMessage {

        private final String id;

        MailWithId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
