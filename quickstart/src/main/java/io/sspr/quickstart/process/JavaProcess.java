package io.sspr.quickstart.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A JVM with our class path that can be killed, held up and started again. */
public abstract class JavaProcess {

    private static final int ENDS_WITHIN_SECONDS = 20;

    private final String name;
    private final Path directory;
    private @Nullable Process process;

    /**
     * Nothing is started yet.
     *
     * @param name names its log, too
     * @param directory where its log goes
     */
    protected JavaProcess(String name, Path directory) {
        this.name = name;
        this.directory = directory;
    }

    /** What it is called. */
    public final String name() {
        return name;
    }

    /** What it writes down. */
    public final Path log() {
        return directory.resolve(name + ".log");
    }

    /** Options for the JVM, then the class and its arguments; returns when the process is there. */
    protected final synchronized void start(List<String> options, List<String> main, Map<String, String> environment)
            throws IOException {
        if (isAlive()) throw new IllegalStateException(name + " runs already");
        List<String> command = new ArrayList<>();
        command.add(tool("java"));
        command.addAll(options);
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(main);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        process = builder.start();
    }

    /** SIGKILL; false if it was not running. */
    public final synchronized boolean kill() {
        if (process == null || !process.isAlive()) return false;
        process.destroyForcibly().onExit().join();
        return true;
    }

    /** SIGSTOP: it does nothing any more, and nobody is told. False if it was not running. */
    public final synchronized boolean pause() throws IOException {
        return signal("STOP");
    }

    /** SIGCONT: it goes on as if no time had passed. */
    public final synchronized boolean resume() throws IOException {
        return signal("CONT");
    }

    /** SIGTERM, and SIGKILL if that is not heard. */
    public final synchronized void stop() {
        if (process == null) return;
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)
                .join();
        kill();
    }

    /** Whether there is such a process. */
    public final synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Whether it is the running process of that id. */
    public final synchronized boolean is(long processId) {
        return isAlive() && pid() == processId;
    }

    /** Id of the process; throws IllegalStateException if it was never started. */
    public final synchronized long pid() {
        if (process == null) throw new IllegalStateException(name + " was never started");
        return process.pid();
    }

    /** Has jcmd of the same JDK tell it something; throws IOException if it does not listen. */
    protected final synchronized void command(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(tool("jcmd"), Long.toString(pid())));
        command.addAll(List.of(words));
        Process jcmd = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name + "-jcmd.log").toFile())
                .start();
        if (jcmd.onExit().join().exitValue() != 0) throw new IOException(name + " does not listen to jcmd");
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private boolean signal(String signal) throws IOException {
        if (!isAlive()) return false;
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid())).start();
        return kill.onExit().join().exitValue() == 0;
    }
}
