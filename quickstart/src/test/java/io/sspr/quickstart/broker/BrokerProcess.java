package io.sspr.quickstart.broker;

import io.sspr.quickstart.layout.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@link BrokerMain} in a JVM of its own, to be killed. */
final class BrokerProcess implements AutoCloseable {

    private final Process process;

    private BrokerProcess(Process process) {
        this.process = process;
    }

    static BrokerProcess start(Settings settings) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path"),
                BrokerMain.class.getName(),
                settings.kafka().toString(),
                Integer.toString(settings.kafkaPort()),
                Integer.toString(settings.controllerPort()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = process.inputReader().readLine();
        if (!BrokerMain.READY.equals(said)) {
            process.destroyForcibly();
            throw new IllegalStateException("The broker said: " + said);
        }
        return new BrokerProcess(process);
    }

    /** SIGKILL, by its own process id; returns when it is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        kill();
    }
}
