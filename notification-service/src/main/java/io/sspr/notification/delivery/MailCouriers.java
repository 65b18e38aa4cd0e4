package io.sspr.notification.delivery;

import io.sspr.notification.contact.Address;
import io.sspr.notification.contact.Channel;
import io.sspr.notification.contact.Destination;
import io.sspr.notification.mail.MailAnswer;
import io.sspr.notification.mail.MailConnection;
import io.sspr.notification.mail.MailServer;
import io.sspr.notification.template.Added;
import io.sspr.notification.template.Content;
import io.sspr.notification.template.MailTemplates;
import org.springframework.stereotype.Component;

/** Carry mails to the mail server. */
@Component
class MailCouriers implements Couriers {

    private final MailServer server;
    private final MailTemplates templates;
    private final TroubleReport report = new TroubleReport("mail server");

    MailCouriers(MailServer server, MailTemplates templates) {
        this.server = server;
        this.templates = templates;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public Courier courier() {
        return new MailCourier(server.connection());
    }

    @Override
    public void rest() {
        server.closeIdle();
    }

    @Override
    public void close() {
        server.close();
    }

    private final class MailCourier implements Courier {

        private final MailConnection connection;

        MailCourier(MailConnection connection) {
            this.connection = connection;
        }

        @Override
        public Attempt carry(Claim claim, Destination to, Content content, Added added) {
            MailAnswer answer = connection.send(
                    claim.delivery().id(),
                    claim.createdAt(),
                    (Address) to,
                    templates.mail(content, added, claim.locale()));
            report.saw(answer.verdict() == MailAnswer.Verdict.TROUBLE, answer.code());
            return switch (answer.verdict()) {
                case ACCEPTED -> Attempt.SENT;
                case ADDRESS_REJECTED -> Attempt.ADDRESS_REJECTED;
                case MAIL_REJECTED -> Attempt.MESSAGE_REJECTED;
                case TROUBLE -> Attempt.NOT_YET;
            };
        }

        @Override
        public void close() {
            server.giveBack(connection);
        }
    }
}
