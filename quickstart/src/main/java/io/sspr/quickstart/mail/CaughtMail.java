package io.sspr.quickstart.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/**
 * One mail or text message as one recipient got it; texts are cut at {@value #LONGEST_TEXT} characters. It holds codes: do
 * not log it.
 */
record CaughtMail(
        long uid,
        Channel channel,
        String recipient,
        Instant received,
        String subject,
        String messageId,
        String contentType,
        String text,
        String source) {

    static final int LONGEST_TEXT = 64 * 1024;

    private static final String PLAIN = "text/plain; charset=UTF-8";

    /** How it came. */
    enum Channel {
        MAIL("Mail"),
        TEXT("SMS");

        private final String shown;

        Channel(String shown) {
            this.shown = shown;
        }

        String shown() {
            return shown;
        }
    }

    /** A text message, with the mail that readers of mails can take it for. */
    static CaughtMail ofText(long uid, String sid, String from, String number, Instant received, String text) {
        String id = "<" + sid + "@127.0.0.1>";
        String source = "Message-ID: " + id + "\r\nFrom: " + from.replaceAll("\\p{Cntrl}", " ") + "\r\nTo: " + number
                + "\r\nSubject: " + Channel.TEXT.shown() + "\r\nMIME-Version: 1.0\r\nContent-Type: " + PLAIN
                + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + text.replace("\n", "\r\n") + "\r\n";
        return new CaughtMail(
                uid, Channel.TEXT, number, received, Channel.TEXT.shown(), id, PLAIN, cut(text), cut(source));
    }

    static CaughtMail of(long uid, String recipient, Instant received, MimeMessage message)
            throws MessagingException, IOException {
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        message.writeTo(source);
        return new CaughtMail(
                uid,
                Channel.MAIL,
                recipient,
                received,
                cut(Objects.requireNonNullElse(message.getSubject(), "")),
                cut(Objects.requireNonNullElse(message.getMessageID(), "")),
                cut(Objects.requireNonNullElse(message.getContentType(), "")),
                cut(textOf(message)),
                cut(source.toString(StandardCharsets.UTF_8)));
    }

    /** The plain text if there is one, else the first text of any kind, as it was sent. */
    private static String textOf(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            String first = "";
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart body = parts.getBodyPart(i);
                String text = textOf(body);
                if (body.isMimeType("text/plain")) {
                    return text;
                }
                first = first.isEmpty() ? text : first;
            }
            return first;
        }
        return content instanceof String text ? text : "";
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    @Override
    public String toString() {
        return channel.shown() + " " + uid;
    }
}
