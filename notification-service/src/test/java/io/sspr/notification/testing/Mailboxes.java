package io.sspr.notification.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** A mail server that takes everything, and what came for whom. */
public final class Mailboxes implements AutoCloseable {

    /** A mail as its reader sees it. */
    public record Seen(String to, String subject, String text) {}

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    public Mailboxes() {
        server.start();
    }

    /** From now on the service sends here. */
    public void use() {
        RunningService.sendsTo(server.getSmtp().getPort());
    }

    /** What came for that address. */
    public List<Seen> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .map(Mailboxes::seen)
                .filter(mail -> mail.to().equals(address))
                .toList();
    }

    /** The subjects of what came for that address, in the order of the alphabet. */
    public List<String> subjectsTo(String address) {
        return to(address).stream().map(Seen::subject).sorted().toList();
    }

    private static Seen seen(MimeMessage mail) {
        try {
            BodyPart text = ((MimeMultipart) mail.getContent()).getBodyPart(0);
            return new Seen(
                    mail.getHeader("To", ","),
                    mail.getSubject(),
                    text.getContent().toString().replace("\r\n", "\n"));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
