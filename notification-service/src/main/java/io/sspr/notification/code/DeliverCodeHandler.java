package io.sspr.notification.code;

import io.sspr.contract.internal.DeliverCode;
import io.sspr.contract.secret.CodeLetter;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Origin;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.notification.budget.Budgets;
import io.sspr.notification.budget.Spending;
import io.sspr.notification.contact.Address;
import io.sspr.notification.delivery.Deliveries;
import io.sspr.notification.delivery.Delivery;
import io.sspr.notification.delivery.Outcome;
import io.sspr.notification.delivery.Owed;
import io.sspr.notification.delivery.Recipient;
import io.sspr.notification.template.Content;
import io.sspr.notification.template.Occasion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Owes a code to one address, or refuses it beyond the budget (ATK-11). A letter without an address makes a decoy: the
 * same statements, a delivery that ends without a mail, and no event.
 */
@Component
class DeliverCodeHandler implements Handler<DeliverCode, DeliverCodeHandler.Facts> {

    /**
     * What the seal held.
     *
     * @param refused how it ended already, because the address is none
     */
    record Facts(Owed owed, Spending spending, Optional<Outcome> refused) {}

    private final Deliveries deliveries;
    private final Budgets budgets;

    DeliverCodeHandler(Deliveries deliveries, Budgets budgets) {
        this.deliveries = deliveries;
        this.budgets = budgets;
    }

    @Override
    public Class<DeliverCode> handles() {
        return DeliverCode.class;
    }

    @Override
    public Prepared<Facts> prepare(Received<DeliverCode> received) {
        DeliverCode message = received.message();
        CodeLetter letter = received.secret(CodeLetter.class);
        Optional<Address> address = Optional.ofNullable(letter.address()).flatMap(Address::parse);
        Owed owed = new Owed(
                new Delivery(
                        message.deliveryId(),
                        message.accountId(),
                        Occasion.CODE,
                        message.verificationId(),
                        message.kind()),
                Origin.of(received),
                address.<Recipient>map(Recipient.At::new).orElseGet(() -> new Recipient.Nobody(message.accountId())),
                message.locale(),
                new Content.Code(
                        message.purpose(), letter.code(), received.envelope().time(), message.expiresAt()),
                message.expiresAt());
        Spending spending = address.map(at -> budgets.spending(at.mailbox(), message.accountId()))
                .orElseGet(() -> budgets.decoy(message.accountId()));
        boolean unusable = letter.address() != null && address.isEmpty();
        return Prepared.facts(
                new Facts(owed, spending, unusable ? Optional.of(Outcome.ADDRESS_REJECTED) : Optional.empty()));
    }

    @Override
    public List<String> locks(Received<DeliverCode> received, Facts facts) {
        List<String> locks = new ArrayList<>(facts.spending().locks());
        locks.add("account:" + received.message().accountId());
        return locks;
    }

    @Override
    public void handle(Received<DeliverCode> received, Facts facts, Work work) {
        boolean granted = budgets.spend(facts.spending(), work.now());
        Optional<Outcome> refused = facts.refused();
        if (refused.isEmpty() && !granted) refused = Optional.of(refusal(facts.owed()));
        if (refused.isEmpty()) {
            deliveries.add(facts.owed(), work);
        } else {
            deliveries.addEnded(facts.owed(), refused.get());
            facts.owed().delivery().event(refused.get()).ifPresent(work::publish);
        }
    }

    private static Outcome refusal(Owed owed) {
        return owed.recipient() instanceof Recipient.Nobody ? Outcome.NOBODY : Outcome.BUDGET_EXHAUSTED;
    }
}
