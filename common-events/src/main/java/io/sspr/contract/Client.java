package io.sspr.contract;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A front end, provisioning feed or console known by configuration; its topics carry its name.
 *
 * @param name also its Kafka principal: lower-case letters, digits and hyphens, at most 32
 * @param requests what it may ask for
 */
public record Client(String name, Set<MessageType> requests) {

    // Groups are granted by the beginning of their name, so no client's name may be how a service's begins.
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /** Checks the name and that only requests are granted. */
    public Client {
        if (!NAME.matcher(name).matches()) throw new IllegalArgumentException("not a client's name: " + name);
        for (Service service : Service.values())
            if (service.principal().startsWith(name)) throw new IllegalArgumentException("a service's name: " + name);
        requests = Set.copyOf(requests);
        for (MessageType type : requests)
            if (!type.isRequest()) throw new IllegalArgumentException(type + " is no request");
    }
}
