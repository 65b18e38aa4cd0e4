package io.sspr.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Who may do what on the broker: from it the ACLs, the documentation and the tests are made. */
public final class AccessTable {

    /** Kafka's operations that we grant; each implies DESCRIBE. */
    public enum Operation {
        /** Read a topic, or use a group. */
        READ,
        /** Write to a topic, or use a transactional id. */
        WRITE
    }

    /** Kafka's kinds of resources that we grant on. */
    public enum Resource {
        /** A topic. */
        TOPIC,
        /** A consumer group, or all groups that begin so where the name ends with an asterisk. */
        GROUP,
        /** A producer that may commit transactions. */
        TRANSACTIONAL_ID
    }

    /**
     * One permission.
     *
     * @param principal a service's, client's or subscriber's name
     * @param resource kind of the resource
     * @param name name of the resource
     * @param operation what is allowed
     */
    public record Grant(String principal, Resource resource, String name, Operation operation) {}

    private AccessTable() {}

    /**
     * Everything that anybody may do; what is not here is forbidden.
     *
     * @param clients the clients
     * @param subscribers principals of enterprise systems: password events and identities
     * @param auditors principals of auditors: all events
     */
    public static List<Grant> of(Collection<Client> clients, List<String> subscribers, List<String> auditors) {
        List<Grant> grants = new ArrayList<>();
        for (Service service : Service.values()) services(service, clients, grants);
        for (Client client : clients) {
            String name = client.name();
            for (Service service : Service.values())
                if (Topics.sendsTo(client, service)) write(name, Topics.requests(service, name), grants);
            read(name, Topics.replies(name), grants);
            for (Service service : List.of(Service.REGISTRATION, Service.RESET))
                read(name, Topics.keys(service), grants);
            grants.add(new Grant(name, Resource.GROUP, name + ".*", Operation.READ));
        }
        for (String name : subscribers) {
            read(name, Topics.PASSWORD_EVENTS, grants);
            read(name, Topics.IDENTITIES, grants);
            grants.add(new Grant(name, Resource.GROUP, name + ".*", Operation.READ));
        }
        for (String name : auditors) {
            for (Service service : Service.values()) read(name, Topics.events(service), grants);
            read(name, Topics.PASSWORD_EVENTS, grants);
            grants.add(new Grant(name, Resource.GROUP, name + ".*", Operation.READ));
        }
        return grants;
    }

    private static void services(Service service, Collection<Client> clients, List<Grant> grants) {
        String name = service.principal();
        List<String> reads = new ArrayList<>(Topics.workedBy(service, clients));
        reads.addAll(Topics.copiedBy(service));
        for (String topic : reads) {
            read(name, topic, grants);
            write(name, Topics.dead(topic, service), grants);
        }
        read(name, Topics.checkpoint(service), grants);
        write(name, Topics.checkpoint(service), grants);
        write(name, Topics.keys(service), grants);
        write(name, Topics.events(service), grants);
        if (service != Service.NOTIFICATION)
            for (Client client : clients) write(name, Topics.replies(client.name()), grants);
        switch (service) {
            case REGISTRATION -> {
                write(name, Topics.internal(Service.NOTIFICATION), grants);
                for (String topic : List.of(Topics.ACCOUNTS, Topics.IDENTITIES, Topics.METHODS, Topics.POLICY))
                    write(name, topic, grants);
            }
            case RESET -> {
                write(name, Topics.internal(Service.REGISTRATION), grants);
                write(name, Topics.NOTICES, grants);
                write(name, Topics.PASSWORD_EVENTS, grants);
            }
            case NOTIFICATION -> {
                // It answers nobody: events only.
            }
        }
        grants.add(new Grant(name, Resource.GROUP, name + ".*", Operation.READ));
        grants.add(new Grant(name, Resource.TRANSACTIONAL_ID, name, Operation.WRITE));
    }

    private static void read(String principal, String topic, List<Grant> grants) {
        grants.add(new Grant(principal, Resource.TOPIC, topic, Operation.READ));
    }

    private static void write(String principal, String topic, List<Grant> grants) {
        grants.add(new Grant(principal, Resource.TOPIC, topic, Operation.WRITE));
    }
}
