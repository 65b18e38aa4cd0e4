package io.sspr.portal.account;

import io.sspr.client.ReplyKey;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.reply.MethodsShown;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.request.ShowMethods;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.MethodList;
import io.sspr.contract.secret.ReplyKeyEntry;
import io.sspr.portal.account.Sitting.AwaitedList;
import io.sspr.portal.log.Services;
import io.sspr.portal.session.SignedInPerson;
import io.sspr.portal.web.Origins;
import io.sspr.portal.web.Pending;
import io.sspr.portal.web.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks for the methods of whoever is signed in, anew for each page: what it shows is as it is, not as it was. */
@Component
class OwnMethods {

    private static final Logger LOG = LoggerFactory.getLogger(OwnMethods.class);

    /** After this an answer, if it comes at all, would be of the past. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Services services;
    private final Sittings sittings;
    private final Clock clock;

    OwnMethods(Services services, Sittings sittings, Clock clock) {
        this.services = services;
        this.sittings = sittings;
        this.clock = clock;
    }

    Look look(SignedInPerson person, HttpServletRequest request, HttpServletResponse response) {
        Sitting sitting = sittings.of(person, request);
        AwaitedList awaited = sitting.awaited();
        Instant now = clock.instant();
        if (awaited != null && now.isBefore(awaited.pending().since().plus(PATIENCE))) {
            Optional<Reply> reply = services.reply(awaited.pending().request());
            if (reply.isEmpty()) return new Look.Awaited(awaited.pending());
            sittings.keep(sitting.awaiting(null), request, response);
            return opened(reply.get(), awaited.pending().request(), ReplyKey.kept(awaited.key()));
        }
        UUID id = UUID.randomUUID();
        ReplyKey key = ReplyKey.generate();
        ReplyKeyEntry entry = new ReplyKeyEntry(key.publicJwk(), Origins.of(request));
        Sealed sealed = services.seal(MessageType.SHOW_METHODS, id, null, entry);
        Optional<Reply> reply = services.ask(id, null, new ShowMethods(sealed), person.person());
        if (reply.isPresent()) return opened(reply.get(), id, key);
        Pending pending = new Pending(id, now);
        sittings.keep(sitting.awaiting(new AwaitedList(pending, key.privateJwk())), request, response);
        return new Look.Awaited(pending);
    }

    /** What is on its way will not be looked at: something is about to change. */
    void forget(SignedInPerson person, HttpServletRequest request, HttpServletResponse response) {
        Sitting sitting = sittings.of(person, request);
        if (sitting.awaited() != null) sittings.keep(sitting.awaiting(null), request, response);
    }

    /** A service that does not say what can be added refuses what cannot. */
    private static Look.Seen seen(MethodList list) {
        List<MethodKind> told = list.onOffer();
        return new Look.Seen(list.methods(), told == null ? List.of(MethodKind.values()) : told);
    }

    private Look opened(Reply reply, UUID request, ReplyKey key) {
        if (reply instanceof MethodsShown shown) {
            try {
                return seen(key.open(shown, services.client(), request));
            } catch (IllegalStateException e) {
                LOG.warn("The methods in answer to {} cannot be read", request, e);
            }
        }
        return new Look.Refused(Trouble.of(reply));
    }
}
