package io.sspr.bench;

import io.sspr.quickstart.broker.BrokerMain;
import io.sspr.quickstart.layout.CannotStart;
import io.sspr.quickstart.layout.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Kafka as a process of its own, with the options of Java that its own start script gives. */
final class BrokerProcess implements AutoCloseable {

    /** kafka-run-class.sh and kafka-server-start.sh, with half of the memory. */
    static final List<String> OPTIONS = List.of(
            "-Xms512m",
            "-Xmx512m",
            "-server",
            "-XX:+UseG1GC",
            "-XX:MaxGCPauseMillis=20",
            "-XX:InitiatingHeapOccupancyPercent=35",
            "-XX:+ExplicitGCInvokesConcurrent",
            "-XX:MaxInlineLevel=15");

    private final Process process;
    private final String bootstrapServers;

    private BrokerProcess(Process process, String bootstrapServers) {
        this.process = process;
        this.bootstrapServers = bootstrapServers;
    }

    /** Returns when clients are served. */
    static BrokerProcess start(Settings settings) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-Dsspr.log=" + settings.logs().resolve("kafka.log"),
                "-Dlogback.configurationFile=io/sspr/quickstart/logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerMain.class.getName(),
                settings.kafka().toString(),
                Integer.toString(settings.kafkaPort()),
                Integer.toString(settings.controllerPort())));
        Process process = new ProcessBuilder(command)
                .redirectError(settings.logs().resolve("kafka-errors.log").toFile())
                .start();
        BufferedReader said = process.inputReader();
        for (String line = said.readLine(); line != null; line = said.readLine())
            if (line.equals(BrokerMain.READY)) return new BrokerProcess(process, "127.0.0.1:" + settings.kafkaPort());
        throw new CannotStart("Kafka does not start.", "Its log says why: " + settings.logs() + ".");
    }

    long pid() {
        return process.pid();
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(20, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
