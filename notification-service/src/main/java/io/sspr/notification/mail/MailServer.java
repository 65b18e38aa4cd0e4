package io.sspr.notification.mail;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * The mail server that {@code spring.mail.*} names. Connections stay open for some seconds when they are given back, since
 * to open one costs far more than to send a mail; there are never more of them than threads that send.
 */
@Component
public final class MailServer {

    private static final Duration IDLE = Duration.ofSeconds(5);

    private record Idle(MailConnection connection, long since) {}

    private final JavaMailSenderImpl sender;
    private final MimeMails mails;
    /** The one that was used last is first, so that the others get old. */
    private final Deque<Idle> idle = new ArrayDeque<>();

    MailServer(JavaMailSenderImpl sender, SenderProperties properties) {
        this.sender = sender;
        this.mails = new MimeMails(properties.organisation(), properties.from());
    }

    /** A connection, opened when the first mail is sent, or open already; for one thread, which must give it back. */
    public MailConnection connection() {
        Idle found = next();
        return found == null ? new MailConnection(sender, mails) : found.connection();
    }

    private synchronized @Nullable Idle next() {
        return idle.pollFirst();
    }

    /** It is not used for now. */
    public synchronized void giveBack(MailConnection connection) {
        if (connection.isOpen()) idle.addFirst(new Idle(connection, System.nanoTime()));
    }

    /** Closes what nobody has used for some seconds. */
    public void closeIdle() {
        close(IDLE);
    }

    /** Closes all that nobody uses. */
    public void close() {
        close(Duration.ZERO);
    }

    private synchronized void close(Duration unusedFor) {
        for (Iterator<Idle> each = idle.iterator(); each.hasNext(); ) {
            Idle one = each.next();
            if (System.nanoTime() - one.since() < unusedFor.toNanos()) continue;
            each.remove();
            one.connection().close();
        }
    }
}
