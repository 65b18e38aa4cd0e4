package io.sspr.quickstart.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The newest mails in memory, at most {@value #MOST}; older ones are forgotten. */
final class Mails {

    static final int MOST = 1000;

    private final Clock clock;
    private final Deque<CaughtMail> oldestFirst = new ArrayDeque<>();
    private long lastUid;

    Mails(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(String recipient, MimeMessage message) throws MessagingException, IOException {
        CaughtMail mail = CaughtMail.of(lastUid + 1, normal(recipient), clock.instant(), message);
        lastUid = mail.uid();
        oldestFirst.addLast(mail);
        if (oldestFirst.size() > MOST) {
            oldestFirst.removeFirst();
        }
    }

    synchronized List<CaughtMail> newestFirst() {
        List<CaughtMail> mails = new ArrayList<>(oldestFirst);
        Collections.reverse(mails);
        return mails;
    }

    /** Mails to this address, oldest first, whatever the case of its letters. */
    synchronized List<CaughtMail> to(String address) {
        String wanted = normal(address);
        return oldestFirst.stream()
                .filter(mail -> mail.recipient().equals(wanted))
                .toList();
    }

    synchronized Optional<CaughtMail> find(long uid) {
        return oldestFirst.stream().filter(mail -> mail.uid() == uid).findFirst();
    }

    private static String normal(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
