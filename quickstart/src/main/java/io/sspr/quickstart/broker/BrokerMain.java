package io.sspr.quickstart.broker;

import io.sspr.quickstart.layout.CannotStart;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The broker as a process of its own, so that it can be killed: {@code BrokerMain <directory> <port> <controller port>}. */
public final class BrokerMain {

    /** The line on standard output after which clients are served. */
    public static final String READY = "Kafka is ready";

    private BrokerMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        if (arguments.length != 3) {
            err.println("Usage: BrokerMain <directory> <port> <controller port>");
            System.exit(2);
        }
        try {
            Broker broker =
                    Broker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-stop"));
            out.println(READY);
        } catch (CannotStart e) {
            err.println(e.getMessage());
            err.println(e.wayOut());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }
}
