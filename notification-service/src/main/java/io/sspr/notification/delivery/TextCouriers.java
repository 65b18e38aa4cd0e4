package io.sspr.notification.delivery;

import static java.util.Objects.requireNonNull;

import io.sspr.notification.contact.Channel;
import io.sspr.notification.contact.Destination;
import io.sspr.notification.contact.Phone;
import io.sspr.notification.sms.SmsProperties;
import io.sspr.notification.sms.TextAnswer;
import io.sspr.notification.sms.TextAnswer.State;
import io.sspr.notification.sms.TextGateway;
import io.sspr.notification.template.Added;
import io.sspr.notification.template.Content;
import io.sspr.notification.template.TextTemplates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Carry texts to the gateway, and come back to ask what became of them. The same delivery is always the same text with the
 * same code, so that one which was sent twice is a nuisance and nothing worse (EML-05).
 */
@Component
class TextCouriers implements Couriers, Courier {

    private final TextGateway gateway;
    private final TextTemplates templates;
    private final Handovers handovers;
    private final SmsProperties properties;
    private final Clock clock;
    private final TroubleReport report = new TroubleReport("gateway for text messages");

    TextCouriers(
            TextGateway gateway, TextTemplates templates, Handovers handovers, SmsProperties properties, Clock clock) {
        this.gateway = gateway;
        this.templates = templates;
        this.handovers = handovers;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.TEXT;
    }

    @Override
    public Courier courier() {
        return this;
    }

    @Override
    public void rest() {
        // Java's client keeps its connections itself.
    }

    @Override
    public void close() {
        // The same courier serves all threads.
    }

    @Override
    public Attempt carry(Claim claim, Destination to, Content content, Added added) {
        if (!gateway.isThere()) return Attempt.MESSAGE_REJECTED;
        Handover handover = claim.handover();
        if (handover.isTaken()) return asked(claim, requireNonNull(handover.gatewayId()));
        Phone phone = (Phone) to;
        // Of an address that came after its notice nobody could say so before.
        if (!gateway.mayReach(phone)) return Attempt.BLOCKED;
        String text = templates.text(content, added, claim.locale());
        if (handover.inDoubt()) {
            Optional<TextAnswer> found = gateway.find(phone, text);
            if (found.isPresent()) return told(claim, found.get(), handover.sends());
            if (!TextDecider.maySendInDoubt(handover.sends())) return Attempt.MESSAGE_REJECTED;
        }
        if (!handovers.asks(claim)) return Attempt.NOT_YET;
        TextAnswer answer = gateway.send(phone, text, Duration.between(clock.instant(), claim.expiresAt()));
        report.saw(answer.state() == State.TROUBLE || answer.state() == State.UNKNOWN, answer.code());
        return told(claim, answer, handover.sends() + 1);
    }

    private Attempt asked(Claim claim, String gatewayId) {
        TextAnswer answer = gateway.ask(gatewayId);
        boolean noAnswer = answer.id() == null;
        boolean over = isOver(claim);
        // Nobody says what became of it, and it is not taken for delivered.
        if (noAnswer) return over ? Attempt.MESSAGE_REJECTED : Attempt.ON_ITS_WAY;
        if (!over || answer.state() != State.SENT)
            return told(claim, answer, claim.handover().sends());
        return Attempt.SENT;
    }

    /** What an answer of the gateway about a message means for its delivery. */
    private Attempt told(Claim claim, TextAnswer answer, int sends) {
        if (answer.state() == State.UNKNOWN) return Attempt.NOT_YET;
        Attempt attempt = TextDecider.after(answer.state(), sends, isOver(claim));
        String id = answer.id();
        if (id == null) handovers.isRefused(claim);
        else if (attempt == Attempt.NOT_YET) handovers.isNotTaken(claim);
        else handovers.isTaken(claim, id);
        return attempt;
    }

    private boolean isOver(Claim claim) {
        Instant sentAt = claim.handover().sentAt();
        Instant now = clock.instant();
        return claim.expired()
                || (sentAt != null && sentAt.plus(properties.reportWithin()).isBefore(now));
    }
}
