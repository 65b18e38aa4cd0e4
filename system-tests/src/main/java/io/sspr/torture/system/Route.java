package io.sspr.torture.system;

import io.sspr.quickstart.layout.Ports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A way of its own to each broker and to PostgreSQL, which can be cut. Each broker listens for it at a port of its own and
 * says that it is to be found at the proxy's: else a client would go round the proxy after its first question.
 */
public final class Route implements AutoCloseable {

    /** To one broker: where the proxy listens, and where the broker does. */
    record Hop(int proxy, int broker) {}

    private final String listener;
    private final List<Hop> hops;
    private final List<Proxy> kafka = new ArrayList<>();
    private final int databasePort = Ports.findFree();
    private final Proxy database;

    /** Proxies that listen; what they lead to may come later. */
    Route(String listener, int brokers, int postgresPort) throws IOException {
        this.listener = listener;
        List<Hop> all = new ArrayList<>();
        for (int broker = 0; broker < brokers; broker++) {
            Hop hop = new Hop(Ports.findFree(), Ports.findFree());
            kafka.add(Proxy.listen(hop.proxy(), hop.broker()));
            all.add(hop);
        }
        hops = List.copyOf(all);
        database = Proxy.listen(databasePort, postgresPort);
    }

    /** What the brokers call it. */
    String listener() {
        return listener;
    }

    /** To that broker, from 0. */
    Hop hop(int broker) {
        return hops.get(broker);
    }

    String bootstrapServers() {
        return hops.stream().map(hop -> "127.0.0.1:" + hop.proxy()).collect(Collectors.joining(","));
    }

    int databasePort() {
        return databasePort;
    }

    /** Nothing goes to Kafka or comes from there. */
    public void cutKafka() {
        kafka.forEach(Proxy::cut);
    }

    /** Nothing goes to PostgreSQL or comes from there. */
    public void cutDatabase() {
        database.cut();
    }

    /** All goes on, with what was under way. */
    public void heal() {
        kafka.forEach(Proxy::heal);
        database.heal();
    }

    /** New connections are made; the old ones are dead, and the service is not told. */
    public void healForgetting() {
        kafka.forEach(Proxy::healForgetting);
        database.healForgetting();
    }

    @Override
    public void close() throws IOException {
        for (Proxy proxy : kafka) proxy.close();
        database.close();
    }
}
