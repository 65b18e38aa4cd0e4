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
import java.util.regex.Pattern;

/** The newest mails and text messages in memory, at most {@value #MOST}; older ones are forgotten. */
final class Mails {

    static final int MOST = 1000;

    private static final Pattern NUMBER = Pattern.compile("\\+[0-9 +().-]+");

    private final Clock clock;
    private final Deque<CaughtMail> oldestFirst = new ArrayDeque<>();
    private long lastUid;

    Mails(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(String recipient, MimeMessage message) throws MessagingException, IOException {
        keep(CaughtMail.of(lastUid + 1, normal(recipient), clock.instant(), message));
    }

    /** Keeps a text message; its uid. */
    synchronized long addText(String number, String from, String text) {
        long uid = lastUid + 1;
        keep(CaughtMail.ofText(uid, TextGateway.sid(uid), from, normal(number), clock.instant(), text));
        return uid;
    }

    private void keep(CaughtMail mail) {
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

    /** What came for this address or number, oldest first, whatever the case of its letters or the grouping of its digits. */
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
        if (NUMBER.matcher(address).matches()) {
            // A space in a path may come as a plus sign.
            return "+" + address.replaceAll("[^0-9]", "");
        }
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
