package io.sspr.notification.contact;

import io.sspr.contract.secret.ContactAddress;
import io.sspr.contract.state.Method;
import io.sspr.contract.state.MethodStatus;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the addresses of methods, whatever their status: a locked one proves nothing any more, yet its owner is whom the
 * notice of the lock must reach.
 */
@Component
class MethodHandler implements Handler<Method, Optional<Destination>> {

    private static final Logger log = LoggerFactory.getLogger(MethodHandler.class);

    private final Contacts contacts;

    MethodHandler(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public Class<Method> handles() {
        return Method.class;
    }

    @Override
    public Prepared<Optional<Destination>> prepare(Received<Method> received) {
        return Prepared.facts(
                received.secret() instanceof ContactAddress contact ? checked(received, contact) : Optional.empty());
    }

    private static Optional<Destination> checked(Received<Method> received, ContactAddress contact) {
        Optional<Destination> address = Destination.parse(received.message().kind(), contact.address());
        if (address.isEmpty())
            log.warn(
                    "Method {} has an address that no message is sent to",
                    received.message().methodId());
        return address;
    }

    @Override
    public List<String> locks(Received<Method> received, Optional<Destination> address) {
        return List.of("account:" + received.message().accountId());
    }

    @Override
    public void handle(Received<Method> received, Optional<Destination> address, Work work) {
        Method method = received.message();
        if (method.status() == MethodStatus.REMOVED) contacts.isRemoved(method.methodId());
        else
            address.ifPresent(found ->
                    contacts.isAt(method.methodId(), method.accountId(), found, method.status(), method.importRank()));
    }
}
