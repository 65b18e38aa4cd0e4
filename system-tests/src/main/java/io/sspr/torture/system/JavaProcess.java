package io.sspr.torture.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A small JVM with our class path that can be killed, held up and started again. */
final class JavaProcess {

    private static final String LOGGING = "io/sspr/torture/logback.xml";

    private final String name;
    private final Path directory;
    private @Nullable Process process;

    /** Its log and its heap dumps go to the directory. */
    JavaProcess(String name, Path directory) {
        this.name = name;
        this.directory = directory;
    }

    String name() {
        return name;
    }

    Path log() {
        return directory.resolve(name + ".log");
    }

    /** Options for the JVM, then the class and its arguments. */
    synchronized void start(List<String> options, List<String> main, Map<String, String> environment)
            throws IOException {
        if (isAlive()) throw new IllegalStateException(name + " runs already");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xss512k",
                "-Xshare:auto",
                // Or else that of the tests would send all of them to one file.
                "-Dlogback.configurationFile=" + LOGGING,
                "-Dlogging.config=classpath:" + LOGGING,
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir")));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(main);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        process = builder.start();
    }

    /** SIGKILL; false if it was not running. */
    synchronized boolean kill() {
        if (process == null || !process.isAlive()) return false;
        process.destroyForcibly().onExit().join();
        return true;
    }

    /** SIGSTOP: it does nothing any more, and nobody is told. False if it was not running. */
    synchronized boolean pause() throws IOException {
        return signal("STOP");
    }

    /** SIGCONT: it goes on as if no time had passed. */
    synchronized boolean resume() throws IOException {
        return signal("CONT");
    }

    /** SIGTERM, and SIGKILL if that is not heard. */
    synchronized void stop() {
        if (process == null) return;
        process.destroy();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        kill();
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Whether it is the running process of that id. */
    synchronized boolean is(long processId) {
        return process != null && process.isAlive() && process.pid() == processId;
    }

    /** What jcmd of the same JDK says of it. */
    synchronized void command(String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(Long.toString(pid()));
        command.addAll(List.of(words));
        Process jcmd = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name + "-jcmd.log").toFile())
                .start();
        if (jcmd.onExit().join().exitValue() != 0) throw new IOException(name + " does not listen to jcmd");
    }

    private boolean signal(String signal) throws IOException {
        if (process == null || !process.isAlive()) return false;
        return new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                        .start()
                        .onExit()
                        .join()
                        .exitValue()
                == 0;
    }

    private long pid() {
        if (process == null) throw new IllegalStateException(name + " was never started");
        return process.pid();
    }
}
