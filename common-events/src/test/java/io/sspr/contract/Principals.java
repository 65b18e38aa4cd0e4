package io.sspr.contract;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Clients and readers as an installation may have them. */
final class Principals {

    /** Asks for everything that a person needs. */
    static final Client PORTAL =
            new Client("portal", requests(type -> !isProvisioning(type) && !isAdministration(type)));

    /** Tells who there is. */
    static final Client FEED = new Client("hr-feed", requests(Principals::isProvisioning));

    /** Asks for what only administrators may. */
    static final Client CONSOLE = new Client("console", requests(Principals::isAdministration));

    /** Tells of sign-ins that happen elsewhere. */
    static final Client IDENTITY_PROVIDER =
            new Client("identity-provider", Set.of(MessageType.REPORT_SIGN_IN, MessageType.SKIP_REGISTRATION));

    /** Talks to the reset service only. */
    static final Client GATEWAY = new Client("gateway", Set.of(MessageType.SIGN_IN));

    static final List<Client> CLIENTS = List.of(PORTAL, FEED, CONSOLE, IDENTITY_PROVIDER, GATEWAY);
    static final String SUBSCRIBER = "directory-sync";
    static final String AUDITOR = "siem";
    static final String OPERATOR = "console-operator";

    private Principals() {}

    static List<AccessTable.Grant> grants() {
        return AccessTable.of(CLIENTS, List.of(SUBSCRIBER), List.of(AUDITOR), List.of(OPERATOR));
    }

    /** A client of that name that asks for all that those do. */
    static Client named(String name, Client... like) {
        return new Client(
                name,
                Stream.of(like).flatMap(client -> client.requests().stream()).collect(Collectors.toSet()));
    }

    private static Set<MessageType> requests(Predicate<MessageType> wanted) {
        return Stream.of(MessageType.values())
                .filter(MessageType::isRequest)
                .filter(wanted)
                .collect(Collectors.toSet());
    }

    private static boolean isAdministration(MessageType type) {
        return type.needs() == MessageType.Needs.ADMINISTRATOR;
    }

    private static boolean isProvisioning(MessageType type) {
        return type.usefulFor().isEmpty();
    }
}
