package io.sspr.messaging.intake;

import io.sspr.contract.Client;
import io.sspr.contract.MessageType;
import io.sspr.contract.Refusal;
import io.sspr.contract.Service;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which client may ask this service for what. */
public final class Grants {

    private final Service service;
    private final Map<String, Set<MessageType>> granted;

    /** As configured. */
    public Grants(Service service, Collection<Client> clients) {
        this.service = service;
        this.granted = clients.stream().collect(Collectors.toMap(Client::name, Client::requests));
    }

    void check(String client, MessageType type) throws Refused {
        boolean allowed = type.isRequest()
                && type.receiver() == service
                && granted.getOrDefault(client, Set.of()).contains(type);
        if (!allowed) throw new Refused(Refusal.NOT_ALLOWED_FOR_CLIENT);
    }
}
