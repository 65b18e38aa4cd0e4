package io.sspr.notification.notice;

import io.sspr.contract.policy.Ineligibility;
import io.sspr.contract.policy.NoticeRules;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.Origin;
import io.sspr.messaging.Work;
import io.sspr.notification.contact.Channel;
import io.sspr.notification.contact.Contacts;
import io.sspr.notification.contact.People;
import io.sspr.notification.delivery.Deliveries;
import io.sspr.notification.delivery.Delivery;
import io.sspr.notification.delivery.Outcome;
import io.sspr.notification.delivery.Owed;
import io.sspr.notification.delivery.Recipient;
import io.sspr.notification.policy.Policies;
import io.sspr.notification.template.Content;
import io.sspr.notification.template.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Owes the person an explanation why a reset cannot begin; the caller holds the account's lock. It is done while whoever
 * asked goes on, and what it costs could be felt; so where there is nothing or nobody to tell, the same statements are made
 * and a delivery is kept that has ended without a message (ATK-04).
 */
@Component
class RefusedResets {

    private final Contacts contacts;
    private final People people;
    private final Policies policies;
    private final Deliveries deliveries;
    private final NoticeProperties properties;

    RefusedResets(
            Contacts contacts, People people, Policies policies, Deliveries deliveries, NoticeProperties properties) {
        this.contacts = contacts;
        this.people = people;
        this.policies = policies;
        this.deliveries = deliveries;
        this.properties = properties;
    }

    /**
     * Tells of one request.
     *
     * @param subject the account, or what stands for one that nobody knows
     * @param refused why it can come to nothing; absent if there is nothing to tell
     */
    void tell(UUID subject, @Nullable Ineligibility refused, Instant at, Origin origin, Work work) {
        Optional<Policy> policy = policies.current();
        Ineligibility reason = refused == null ? Ineligibility.NOT_REGISTERED : refused;
        Content.Notice notice = Content.Notice.refused(reason, at);
        boolean importedCount =
                policy.map(rules -> rules.methodRules().importedCount()).orElse(false);
        List<Recipient> mailboxes = RecipientDecider.refused(contacts.of(subject), importedCount, reason).stream()
                .<Recipient>map(contact -> new Recipient.At(contact.destination()))
                .toList();
        boolean tells = refused != null
                && TellingDecider.tells(policy.map(Policy::notices).orElse(NoticeRules.ALL), notice.occasion());
        Recipient nobody = new Recipient.Nobody(subject, Channel.MAIL);
        List<Recipient> recipients = tells && !mailboxes.isEmpty() ? mailboxes : List.of(nobody);
        String language = people.languageOf(subject);
        for (Recipient recipient : recipients) {
            Delivery delivery = new Delivery(work.newId(), subject, Occasion.RESET_REFUSED, null, null);
            Instant until = work.now().plus(properties.retriedFor());
            owe(new Owed(delivery, origin, recipient, language, notice, until), nobody, work);
        }
    }

    private void owe(Owed owed, Recipient nobody, Work work) {
        boolean useful = owed.content().at().plus(properties.usefulFor()).isAfter(work.now());
        boolean isToSomebody = owed.recipient() != nobody;
        if (!useful) {
            if (isToSomebody) owed.delivery().event(Outcome.EXPIRED).ifPresent(work::publish);
            return;
        }
        boolean isTold =
                deliveries.isTold(owed, properties.mergedWithin(owed.delivery().occasion()));
        if (isToSomebody && !isTold) deliveries.add(owed, work);
        // To nobody: one to the mailbox would put off the next that is due there.
        else deliveries.addEnded(owed.to(nobody), Outcome.NOBODY);
    }
}
