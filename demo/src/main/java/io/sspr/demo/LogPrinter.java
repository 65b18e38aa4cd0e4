package io.sspr.demo;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Prints each message as it appears on the log, one line each; nothing in a line is secret or personal. */
public final class LogPrinter implements AutoCloseable {

    private final AtomicLong printed = new AtomicLong();
    private final PrintStream out;
    private final LogReader log;

    private LogPrinter(String bootstrap, Predicate<String> topics, LogReader.Begin begin, PrintStream out) {
        this.out = out;
        this.log = LogReader.start(bootstrap, topics, begin, this::print);
    }

    /** Prints the messages of all our topics. */
    public static LogPrinter start(String bootstrap, LogReader.Begin begin, PrintStream out) {
        return start(bootstrap, LogReader.MESSAGES, begin, out);
    }

    /** Prints the messages of some topics. */
    public static LogPrinter start(String bootstrap, Predicate<String> topics, LogReader.Begin begin, PrintStream out) {
        return new LogPrinter(bootstrap, topics, begin, out);
    }

    /** How many so far. */
    public long printed() {
        return printed.get();
    }

    private void print(ConsumerRecord<byte[], byte[]> record) {
        out.println("  " + LogLine.of(record));
        printed.incrementAndGet();
    }

    @Override
    public void close() {
        log.close();
    }
}
