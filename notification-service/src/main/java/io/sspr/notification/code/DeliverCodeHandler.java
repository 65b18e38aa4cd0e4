package io.sspr.notification.code;

import io.sspr.contract.internal.DeliverCode;
import io.sspr.contract.secret.CodeLetter;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Origin;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.notification.budget.Breaker;
import io.sspr.notification.budget.Budgets;
import io.sspr.notification.budget.Counters;
import io.sspr.notification.budget.Spending;
import io.sspr.notification.contact.Channel;
import io.sspr.notification.contact.Destination;
import io.sspr.notification.contact.Phone;
import io.sspr.notification.delivery.Deliveries;
import io.sspr.notification.delivery.Delivery;
import io.sspr.notification.delivery.Outcome;
import io.sspr.notification.delivery.Owed;
import io.sspr.notification.delivery.Recipient;
import io.sspr.notification.sms.TextGateway;
import io.sspr.notification.template.Content;
import io.sspr.notification.template.Occasion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Owes a code to one address of the channel that was asked for, and to no other (SMS-07), or refuses it beyond the budget
 * (ATK-11) or while its country is stopped (ATK-08). A letter without an address makes a decoy: the same statements, a
 * delivery that ends without a message, and no event.
 */
@Component
class DeliverCodeHandler implements Handler<DeliverCode, DeliverCodeHandler.Facts> {

    /**
     * What the seal held.
     *
     * @param refused how it ended already, because nothing can be sent there
     */
    record Facts(Owed owed, Spending spending, Optional<Outcome> refused) {}

    private final Deliveries deliveries;
    private final Counters counters;
    private final Budgets budgets;
    private final Breaker breaker;
    private final TextGateway gateway;

    DeliverCodeHandler(
            Deliveries deliveries, Counters counters, Budgets budgets, Breaker breaker, TextGateway gateway) {
        this.deliveries = deliveries;
        this.counters = counters;
        this.budgets = budgets;
        this.breaker = breaker;
        this.gateway = gateway;
    }

    @Override
    public Class<DeliverCode> handles() {
        return DeliverCode.class;
    }

    @Override
    public Prepared<Facts> prepare(Received<DeliverCode> received) {
        DeliverCode message = received.message();
        CodeLetter letter = received.secret(CodeLetter.class);
        Optional<Destination> to =
                Optional.ofNullable(letter.address()).flatMap(address -> Destination.parse(message.kind(), address));
        Channel channel = Channel.of(message.kind()).orElse(Channel.MAIL);
        Owed owed = new Owed(
                new Delivery(
                        message.deliveryId(),
                        message.accountId(),
                        Occasion.CODE,
                        message.verificationId(),
                        message.kind()),
                Origin.of(received),
                to.<Recipient>map(Recipient.At::new)
                        .orElseGet(() -> new Recipient.Nobody(message.accountId(), channel)),
                message.locale(),
                new Content.Code(
                        message.purpose(), letter.code(), received.envelope().time(), message.expiresAt()),
                message.expiresAt());
        Spending spending = to.map(at -> counters.code(at, message.accountId(), message.client(), message.purpose()))
                .orElseGet(() -> counters.decoy(channel, message.accountId(), message.client()));
        return Prepared.facts(new Facts(owed, spending, refused(letter, to)));
    }

    private Optional<Outcome> refused(CodeLetter letter, Optional<Destination> to) {
        if (letter.address() == null) return Optional.empty();
        if (to.isEmpty()) return Optional.of(Outcome.ADDRESS_REJECTED);
        if (!(to.get() instanceof Phone phone)) return Optional.empty();
        if (!gateway.isThere()) return Optional.of(Outcome.UNDELIVERABLE);
        return gateway.mayReach(phone) ? Optional.empty() : Optional.of(Outcome.BLOCKED);
    }

    @Override
    public List<String> locks(Received<DeliverCode> received, Facts facts) {
        List<String> locks = new ArrayList<>(facts.spending().locks());
        locks.add("account:" + received.message().accountId());
        return locks;
    }

    @Override
    public void handle(Received<DeliverCode> received, Facts facts, Work work) {
        Optional<Outcome> refused = facts.refused();
        // What is refused anyway takes nothing from the budget of those who come after it.
        if (refused.isEmpty() && !mayBeSent(facts, work)) refused = Optional.of(refusal(facts.owed()));
        if (refused.isEmpty()) {
            deliveries.add(facts.owed(), work);
        } else {
            deliveries.addEnded(facts.owed(), refused.get());
            facts.owed().delivery().event(refused.get()).ifPresent(work::publish);
        }
    }

    private boolean mayBeSent(Facts facts, Work work) {
        boolean isText = facts.owed().recipient().channel() == Channel.TEXT;
        return (!isText || breaker.lets(facts.spending(), work.now())) && budgets.spend(facts.spending(), work.now());
    }

    private static Outcome refusal(Owed owed) {
        return owed.recipient() instanceof Recipient.Nobody ? Outcome.NOBODY : Outcome.BUDGET_EXHAUSTED;
    }
}
