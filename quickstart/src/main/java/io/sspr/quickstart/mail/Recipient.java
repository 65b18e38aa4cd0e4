package io.sspr.quickstart.mail;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Stands where GreenMail expects a mailbox, which would keep every mail for ever, and hands the mail to {@link Mails}. */
record Recipient(String address, Mails mails) implements GreenMailUser {

    @Override
    public void deliver(MovingMessage message) {
        deliver(message.getMessage());
    }

    @Override
    public void deliver(MimeMessage message) {
        try {
            mails.add(address, message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail that cannot be read", e);
        }
    }

    @Override
    public String getEmail() {
        return address;
    }

    @Override
    public String getLogin() {
        return address;
    }

    @Override
    public String getQualifiedMailboxName() {
        return address;
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void setPassword(String password) {
        throw new UnsupportedOperationException("There is nothing to log in to");
    }

    @Override
    public void authenticate(String password) {
        throw new UnsupportedOperationException("There is nothing to log in to");
    }

    @Override
    public void create() {
        throw new UnsupportedOperationException("There are no mailboxes");
    }

    @Override
    public void delete() {
        throw new UnsupportedOperationException("There are no mailboxes");
    }
}
