package io.sspr.messaging;

import io.sspr.contract.Client;
import io.sspr.contract.MessageType;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings that all services share: {@code sspr.secrets} and {@code sspr.clients.<name>.requests}.
 *
 * @param secrets directory of the keys
 * @param clients what each client may ask for
 */
@ConfigurationProperties("sspr")
public record SsprProperties(
        @DefaultValue("secrets") Path secrets, @DefaultValue Map<String, Grant> clients) {

    /**
     * What one client may ask for.
     *
     * @param requests wire names, or names as in {@code SUBMIT_PROOF}
     */
    public record Grant(@DefaultValue List<String> requests) {}

    /** Refuses what the contract does not know. */
    public SsprProperties {
        clients = new TreeMap<>(clients);
        clients.forEach(SsprProperties::client);
    }

    /** The clients, by name. */
    public List<Client> grantedClients() {
        return clients.entrySet().stream()
                .map(entry -> client(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Client client(String name, Grant grant) {
        Set<MessageType> types = EnumSet.noneOf(MessageType.class);
        for (String request : grant.requests()) {
            Optional<MessageType> type = MessageType.named(request).or(() -> constant(request));
            types.add(type.orElseThrow(() -> new IllegalArgumentException(
                    "sspr.clients." + name + ".requests: there is no request named " + request)));
        }
        return new Client(name, types);
    }

    private static Optional<MessageType> constant(String name) {
        for (MessageType type : MessageType.values()) if (type.name().equals(name)) return Optional.of(type);
        return Optional.empty();
    }
}
