package io.sspr.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.sspr.messaging.Transactions;
import io.sspr.messaging.handle.Trouble;
import io.sspr.notification.contact.Address;
import io.sspr.notification.contact.Contacts;
import io.sspr.notification.mail.MailAnswer;
import io.sspr.notification.mail.MailConnection;
import io.sspr.notification.mail.SenderProperties;
import io.sspr.notification.template.MailTemplates;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Tries one delivery and stores what came of it. The mail is sent outside any transaction, and the outcome is stored and
 * told in one afterwards. So nobody is told of a mail that no server has, but between the server's word and the commit
 * lies a gap: a crash in it, a database that stays away, or a connection that broke before the word came, sends the mail
 * twice, with the same Message-ID.
 */
@Component
class DeliveryAttempts {

    private static final Logger log = LoggerFactory.getLogger(DeliveryAttempts.class);

    /** More than the pool has connections, for a fail-over breaks them all. */
    private static final int STORING_TRIES = 10;

    private final Deliveries deliveries;
    private final Contacts contacts;
    private final Transactions transactions;
    private final DeliveryProperties properties;
    private final MailTemplates templates;
    private final MeterRegistry meters;
    private final SecureRandom random;
    private final AtomicBoolean inTrouble = new AtomicBoolean();

    DeliveryAttempts(
            Deliveries deliveries,
            Contacts contacts,
            Transactions transactions,
            DeliveryProperties properties,
            SenderProperties sender,
            MeterRegistry meters,
            SecureRandom random) {
        this.deliveries = deliveries;
        this.contacts = contacts;
        this.transactions = transactions;
        this.properties = properties;
        this.templates = new MailTemplates(sender.organisation(), sender.helpdesk());
        this.meters = meters;
        this.random = random;
    }

    void attempt(Claim claim, MailConnection connection) {
        Delivery delivery = claim.delivery();
        Attempt attempt = attempted(claim, connection);
        Next next = RetryDecider.after(attempt, delivery.occasion(), claim.attempt(), properties, random);
        if (next instanceof Next.Again again) {
            deliveries.retry(claim, again.delay());
            count(delivery, "RETRIED");
        } else {
            end(claim, ((Next.End) next).outcome());
        }
    }

    private Attempt attempted(Claim claim, MailConnection connection) {
        try {
            Letter letter = claim.letter().get();
            Optional<Address> address = address(claim, letter);
            // First, for nobody is to hear of a decoy, not even that it expired.
            if (address.isEmpty() && claim.awaitedMethod() == null) return Attempt.NOBODY;
            if (claim.expired()) return Attempt.TOO_LATE;
            if (claim.replaced()) return Attempt.REPLACED;
            return address.isEmpty() ? Attempt.NOT_YET : sent(claim, letter, address.get(), connection);
        } catch (RuntimeException e) {
            if (Trouble.is(e)) throw e;
            log.error("Delivery {} cannot be made: {}", claim.delivery().id(), Trouble.describe(e));
            return claim.expired() ? Attempt.TOO_LATE : Attempt.NOT_YET;
        }
    }

    private Optional<Address> address(Claim claim, Letter letter) {
        UUID awaited = claim.awaitedMethod();
        if (awaited != null) return contacts.at(awaited);
        return Optional.ofNullable(letter.address()).flatMap(Address::parse);
    }

    private Attempt sent(Claim claim, Letter letter, Address address, MailConnection connection) {
        MailAnswer answer = connection.send(
                claim.delivery().id(),
                claim.createdAt(),
                address,
                templates.mail(claim.content(letter), claim.locale()));
        report(answer);
        return switch (answer.verdict()) {
            case ACCEPTED -> Attempt.SENT;
            case ADDRESS_REJECTED -> Attempt.ADDRESS_REJECTED;
            case MAIL_REJECTED -> Attempt.MAIL_REJECTED;
            case TROUBLE -> Attempt.NOT_YET;
        };
    }

    /** Says once that there is trouble and once that it is over, however many deliveries wait for it. */
    private void report(MailAnswer answer) {
        boolean trouble = answer.verdict() == MailAnswer.Verdict.TROUBLE;
        if (inTrouble.getAndSet(trouble) == trouble) return;
        if (trouble)
            log.warn("The mail server does not take mail now (reply code {}); it will be retried", answer.code());
        else log.info("The mail server takes mail again");
    }

    private void end(Claim claim, Outcome outcome) {
        Delivery delivery = claim.delivery();
        store(claim, outcome);
        count(delivery, outcome.name());
        if (outcome.reason() != null)
            log.info("Delivery {} of {} failed: {}", delivery.id(), delivery.occasion(), outcome);
    }

    /** Not given up at the first trouble with the database, for the mail is gone and would be sent again. */
    private void store(Claim claim, Outcome outcome) {
        Delivery delivery = claim.delivery();
        for (int tries = 1; ; tries++)
            try {
                transactions.run(claim.origin(), List.of("account:" + delivery.accountId()), work -> {
                    if (deliveries.end(claim, outcome)) delivery.event(outcome).ifPresent(work::publish);
                });
                return;
            } catch (RuntimeException e) {
                // A connection that broke in the middle comes as a transaction that could not be rolled back.
                boolean trouble = e instanceof TransactionException || Trouble.is(e);
                if (tries == STORING_TRIES || !trouble) throw e;
                log.warn("The outcome of delivery {} is stored again: {}", delivery.id(), Trouble.describe(e));
            }
    }

    private void count(Delivery delivery, String outcome) {
        meters.counter("sspr.deliveries", "about", delivery.occasion().about(), "outcome", outcome)
                .increment();
    }
}
