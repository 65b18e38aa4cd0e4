package io.sspr.notification.notice;

import io.sspr.messaging.Origin;
import io.sspr.messaging.Work;
import io.sspr.notification.contact.Contact;
import io.sspr.notification.contact.Contacts;
import io.sspr.notification.delivery.Deliveries;
import io.sspr.notification.delivery.Delivery;
import io.sspr.notification.delivery.Outcome;
import io.sspr.notification.delivery.Owed;
import io.sspr.notification.delivery.Recipient;
import io.sspr.notification.template.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Owes a notice to every address of an account (NTF-01, NTF-02), whatever codes were sent before; the caller holds the
 * account's lock. An account without addresses is told nothing.
 */
@Component
class Notices {

    private final Contacts contacts;
    private final Deliveries deliveries;
    private final NoticeProperties properties;

    Notices(Contacts contacts, Deliveries deliveries, NoticeProperties properties) {
        this.contacts = contacts;
        this.deliveries = deliveries;
        this.properties = properties;
    }

    /** To all addresses that we know. */
    void tell(UUID account, Content.Notice notice, Origin origin, Work work) {
        tell(account, notice, addresses(account), origin, work);
    }

    /** To all addresses that we know and that of the method, whose way on its own topic may be longer. */
    void tell(UUID account, Content.Notice notice, UUID method, Origin origin, Work work) {
        List<Recipient> recipients = addresses(account);
        if (contacts.at(method).isEmpty()) recipients.add(new Recipient.Awaited(method));
        tell(account, notice, recipients, origin, work);
    }

    private List<Recipient> addresses(UUID account) {
        List<Recipient> recipients = new ArrayList<>();
        for (Contact contact : contacts.of(account)) recipients.add(new Recipient.At(contact.address()));
        return recipients;
    }

    private void tell(UUID account, Content.Notice notice, List<Recipient> recipients, Origin origin, Work work) {
        String language = contacts.languageOf(account);
        Instant expiresAt = work.now().plus(properties.retriedFor());
        boolean useful = notice.at().plus(properties.usefulFor()).isAfter(work.now());
        for (Recipient recipient : recipients) {
            Delivery delivery = new Delivery(work.newId(), account, notice.occasion(), null, notice.kind());
            Owed owed = new Owed(delivery, origin, recipient, language, notice, expiresAt);
            if (!useful) delivery.event(Outcome.EXPIRED).ifPresent(work::publish);
            // Asked of the database each time, so two methods with one address are told once.
            else if (!deliveries.isTold(owed, properties.mergedWithin())) deliveries.add(owed, work);
        }
    }
}
