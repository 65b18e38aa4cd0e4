package io.sspr.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.sspr.messaging.Transactions;
import io.sspr.messaging.handle.Trouble;
import io.sspr.notification.contact.Contacts;
import io.sspr.notification.contact.Destination;
import io.sspr.notification.template.Added;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Tries one delivery and stores what came of it. The message is sent outside any transaction, and the outcome is stored and
 * told in one afterwards. So nobody is told of a message that no server has, but between the server's word and the commit
 * lies a gap: a crash in it, a database that stays away, or a connection that broke before the word came, sends the message
 * twice: a mail with the same Message-ID, a text with the same words.
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
    private final Additions additions;
    private final MeterRegistry meters;
    private final SecureRandom random;

    DeliveryAttempts(
            Deliveries deliveries,
            Contacts contacts,
            Transactions transactions,
            DeliveryProperties properties,
            Additions additions,
            MeterRegistry meters,
            SecureRandom random) {
        this.deliveries = deliveries;
        this.contacts = contacts;
        this.transactions = transactions;
        this.properties = properties;
        this.additions = additions;
        this.meters = meters;
        this.random = random;
    }

    void attempt(Claim claim, Courier courier) {
        Delivery delivery = claim.delivery();
        Attempt attempt = attempted(claim, courier);
        Next next = RetryDecider.after(attempt, delivery.occasion(), claim.attempt(), properties, random);
        if (next instanceof Next.Again again) {
            deliveries.retry(claim, again.delay());
            count(delivery, "RETRIED");
        } else {
            end(claim, ((Next.End) next).outcome());
        }
    }

    private Attempt attempted(Claim claim, Courier courier) {
        try {
            Letter letter = claim.letter().get();
            Optional<Destination> to = destination(claim, letter);
            // First, for nobody is to hear of a decoy, not even that it expired.
            if (to.isEmpty() && claim.awaitedMethod() == null) return Attempt.NOBODY;
            // What the gateway has is asked after in any case: it may well have arrived.
            if (!claim.handover().isTaken()) {
                if (claim.expired()) return Attempt.TOO_LATE;
                if (claim.replaced()) return Attempt.REPLACED;
            }
            Optional<Added> added = additions.to(claim.delivery());
            if (to.isEmpty() || added.isEmpty()) return Attempt.NOT_YET;
            return courier.carry(claim, to.get(), claim.content(letter), added.get());
        } catch (RuntimeException e) {
            if (Trouble.is(e)) throw e;
            log.error("Delivery {} cannot be made: {}", claim.delivery().id(), Trouble.describe(e));
            return claim.expired() ? Attempt.TOO_LATE : Attempt.NOT_YET;
        }
    }

    private Optional<Destination> destination(Claim claim, Letter letter) {
        UUID awaited = claim.awaitedMethod();
        if (awaited != null) return contacts.at(awaited);
        return Optional.ofNullable(letter.address()).flatMap(text -> Destination.parse(claim.channel(), text));
    }

    private void end(Claim claim, Outcome outcome) {
        Delivery delivery = claim.delivery();
        store(claim, outcome);
        count(delivery, outcome.name());
        if (outcome.reason() != null)
            log.info("Delivery {} of {} failed: {}", delivery.id(), delivery.occasion(), outcome);
    }

    /** Not given up at the first trouble with the database, for the message is gone and would be sent again. */
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
