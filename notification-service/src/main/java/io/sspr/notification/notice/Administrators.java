package io.sspr.notification.notice;

import io.sspr.contract.state.MethodStatus;
import io.sspr.messaging.Origin;
import io.sspr.messaging.Work;
import io.sspr.notification.budget.Budgets;
import io.sspr.notification.budget.Counters;
import io.sspr.notification.contact.Address;
import io.sspr.notification.contact.Channel;
import io.sspr.notification.contact.Contact;
import io.sspr.notification.contact.Contacts;
import io.sspr.notification.contact.Destination;
import io.sspr.notification.contact.People;
import io.sspr.notification.delivery.Deliveries;
import io.sspr.notification.delivery.Delivery;
import io.sspr.notification.delivery.Outcome;
import io.sspr.notification.delivery.Owed;
import io.sspr.notification.delivery.Recipient;
import io.sspr.notification.policy.Policies;
import io.sspr.notification.template.Content;
import io.sspr.notification.template.Occasion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Owes mails to those who run the organisation, at most a hundred for one event: the helpdesk, or the administrators who
 * have a verified address, but never the one whom it is about. Who is an administrator is read without their locks: whoever
 * becomes one in that moment may not be told.
 */
@Component
class Administrators {

    /** Requests for help are counted together. */
    static final String LOCK = "administrators";

    private static final Logger log = LoggerFactory.getLogger(Administrators.class);
    private static final int MOST_RECIPIENTS = 100;

    private record Reader(Destination destination, String language) {}

    private final Contacts contacts;
    private final People people;
    private final Deliveries deliveries;
    private final Counters counters;
    private final Budgets budgets;
    private final Policies policies;
    private final NoticeProperties notices;
    private final HelpProperties help;

    Administrators(
            Contacts contacts,
            People people,
            Deliveries deliveries,
            Counters counters,
            Budgets budgets,
            Policies policies,
            NoticeProperties notices,
            HelpProperties help) {
        this.contacts = contacts;
        this.people = people;
        this.deliveries = deliveries;
        this.counters = counters;
        this.budgets = budgets;
        this.policies = policies;
        this.notices = notices;
        this.help = help;
    }

    void tell(News news, Instant at, Origin origin, Work work) {
        Occasion occasion = news.administrators();
        if (occasion == null || !TellingDecider.tells(policies.notices(), occasion)) return;
        boolean useful = at.plus(notices.usefulFor()).isAfter(work.now());
        boolean aboutOne = occasion != Occasion.TOLD_PASSWORD_RESET || people.isAdministrator(news.account());
        if (!useful || !aboutOne) return;
        Content.Notice notice = new Content.Notice(occasion, null, at);
        if (occasion == Occasion.HELP_WANTED) askForHelp(news.account(), notice, origin, work);
        else tell(news.account(), notice, others(news.account()), notices.mergedWithin(), origin, work);
    }

    private void askForHelp(UUID account, Content.Notice notice, Origin origin, Work work) {
        List<Reader> readers = helpers(account);
        if (readers.isEmpty()) {
            log.warn("Nobody can be told that a person asks for help: set help.mail in the policy,"
                    + " or give an administrator a verified address");
            fail(account, notice, Outcome.UNDELIVERABLE, work);
        } else if (isNew(account, notice, readers.get(0), origin, work)) {
            if (budgets.spend(counters.help(), work.now()))
                tell(account, notice, readers, help.mergedWithin(), origin, work);
            else fail(account, notice, Outcome.BUDGET_EXHAUSTED, work);
        }
    }

    /** What is merged takes nothing from the budget. */
    private boolean isNew(UUID account, Content.Notice notice, Reader reader, Origin origin, Work work) {
        return !deliveries.isTold(owed(account, notice, reader, origin, work), help.mergedWithin());
    }

    private static void fail(UUID account, Content.Notice notice, Outcome outcome, Work work) {
        new Delivery(work.newId(), account, notice.occasion(), null, null)
                .event(outcome)
                .ifPresent(work::publish);
    }

    private void tell(
            UUID account, Content.Notice notice, List<Reader> readers, Duration merged, Origin origin, Work work) {
        for (Reader reader : readers) {
            Owed owed = owed(account, notice, reader, origin, work);
            if (!deliveries.isTold(owed, merged)) deliveries.add(owed, work);
        }
    }

    private Owed owed(UUID account, Content.Notice notice, Reader reader, Origin origin, Work work) {
        return new Owed(
                new Delivery(work.newId(), account, notice.occasion(), null, null),
                origin,
                new Recipient.At(reader.destination()),
                reader.language(),
                notice,
                work.now().plus(notices.retriedFor()));
    }

    private List<Reader> helpers(UUID account) {
        String mail = policies.help().mail();
        // A policy may hold what we send nothing to; that must not leave a person without help.
        return Optional.ofNullable(mail)
                .flatMap(Address::parse)
                .map(address -> List.of(new Reader(address, help.language())))
                .orElseGet(() -> others(account));
    }

    private List<Reader> others(UUID account) {
        List<Reader> readers = new ArrayList<>();
        for (UUID administrator : people.administratorsWithMail(MOST_RECIPIENTS + 1)) {
            if (administrator.equals(account)) continue;
            String language = people.languageOf(administrator);
            for (Contact contact : contacts.of(administrator))
                if (contact.status() == MethodStatus.VERIFIED
                        && contact.destination().channel() == Channel.MAIL
                        && readers.size() < MOST_RECIPIENTS) readers.add(new Reader(contact.destination(), language));
        }
        return readers;
    }
}
