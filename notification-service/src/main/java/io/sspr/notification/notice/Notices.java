package io.sspr.notification.notice;

import io.sspr.messaging.Origin;
import io.sspr.messaging.Work;
import io.sspr.notification.budget.Budgets;
import io.sspr.notification.budget.Counters;
import io.sspr.notification.contact.Channel;
import io.sspr.notification.contact.Contact;
import io.sspr.notification.contact.Contacts;
import io.sspr.notification.contact.People;
import io.sspr.notification.contact.Phone;
import io.sspr.notification.delivery.Deliveries;
import io.sspr.notification.delivery.Delivery;
import io.sspr.notification.delivery.Outcome;
import io.sspr.notification.delivery.Owed;
import io.sspr.notification.delivery.Recipient;
import io.sspr.notification.notice.News.Concerned;
import io.sspr.notification.policy.Policies;
import io.sspr.notification.sms.TextGateway;
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
    private final People people;
    private final Policies policies;
    private final Deliveries deliveries;
    private final Counters counters;
    private final Budgets budgets;
    private final TextGateway gateway;
    private final NoticeProperties properties;

    Notices(
            Contacts contacts,
            People people,
            Policies policies,
            Deliveries deliveries,
            Counters counters,
            Budgets budgets,
            TextGateway gateway,
            NoticeProperties properties) {
        this.contacts = contacts;
        this.people = people;
        this.policies = policies;
        this.deliveries = deliveries;
        this.counters = counters;
        this.budgets = budgets;
        this.gateway = gateway;
        this.properties = properties;
    }

    void tell(News news, Origin origin, Work work) {
        Content.Notice notice = news.notice();
        if (notice == null || !TellingDecider.tells(policies.notices(), notice.occasion())) return;
        UUID account = news.account();
        String language = people.languageOf(account);
        for (Recipient recipient : recipients(news)) tell(account, notice, recipient, language, origin, work);
    }

    private List<Recipient> recipients(News news) {
        List<Contact> all = contacts.of(news.account());
        List<Recipient> recipients = new ArrayList<>();
        for (Contact contact : RecipientDecider.told(all, policies.importedCount(), news.reach(), news.method()))
            if (canBeTold(contact)) recipients.add(new Recipient.At(contact.destination()));
        Concerned method = news.method();
        if (method != null && isAwaited(method, all, recipients))
            Channel.of(method.kind())
                    .filter(channel -> channel == Channel.MAIL || gateway.isThere())
                    .ifPresent(channel -> recipients.add(new Recipient.Awaited(method.methodId(), channel)));
        return recipients;
    }

    private boolean canBeTold(Contact contact) {
        return !(contact.destination() instanceof Phone phone) || (gateway.isThere() && gateway.mayReach(phone));
    }

    /** A new address may come later than its event; one that does not count yet is told only if it is the only one. */
    private static boolean isAwaited(Concerned method, List<Contact> known, List<Recipient> others) {
        return known.stream().noneMatch(contact -> contact.methodId().equals(method.methodId()))
                && (method.counts() || others.isEmpty());
    }

    private void tell(
            UUID account, Content.Notice notice, Recipient recipient, String language, Origin origin, Work work) {
        Instant now = work.now();
        Delivery delivery = new Delivery(work.newId(), account, notice.occasion(), null, notice.kind());
        Owed owed = new Owed(delivery, origin, recipient, language, notice, now.plus(properties.retriedFor()));
        boolean useful = notice.at().plus(properties.usefulFor()).isAfter(now);
        if (!useful) delivery.event(Outcome.EXPIRED).ifPresent(work::publish);
        // Asked of the database each time, so two methods with one address are told once.
        else if (!deliveries.isTold(owed, properties.mergedWithin(notice.occasion()))) add(owed, work);
    }

    /** A text costs money and wakes people, so there are only so many a day; mails are never counted. */
    private void add(Owed owed, Work work) {
        boolean isText = owed.recipient() instanceof Recipient.At at && at.destination() instanceof Phone;
        if (!isText || mayBeTexted((Recipient.At) owed.recipient(), work)) {
            deliveries.add(owed, work);
        } else {
            deliveries.addEnded(owed, Outcome.BUDGET_EXHAUSTED);
            owed.delivery().event(Outcome.BUDGET_EXHAUSTED).ifPresent(work::publish);
        }
    }

    private boolean mayBeTexted(Recipient.At at, Work work) {
        // Without a lock on the number: two accounts that share it may be told once more than its limit.
        return budgets.spend(counters.notice((Phone) at.destination()), work.now());
    }
}
