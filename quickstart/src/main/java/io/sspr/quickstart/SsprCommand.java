package io.sspr.quickstart;

import io.sspr.quickstart.layout.CannotStart;
import io.sspr.quickstart.layout.DataDirectory;
import io.sspr.quickstart.layout.LogFile;
import io.sspr.quickstart.layout.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/**
 * The command {@code ./sspr}: exit status 0 done, 70 it cannot and says why, 2 it was not understood; 1 is left to what
 * subcommands find.
 */
public final class SsprCommand {

    private static final int DONE = 0;
    private static final int CANNOT = 70;
    private static final int NOT_UNDERSTOOD = 2;

    // A file, so that the script shows it before anything is built.
    private static final String USAGE = "usage.txt";

    private final Blueprint blueprint;
    private final Map<String, Subcommand> subcommands;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    SsprCommand(
            Blueprint blueprint,
            Map<String, Subcommand> subcommands,
            Map<String, String> environment,
            PrintStream out,
            PrintStream err) {
        this.blueprint = blueprint;
        this.subcommands = subcommands;
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        Path home = Path.of(System.getenv().getOrDefault("SSPR_HOME", "."));
        SsprCommand command = new SsprCommand(
                QuickStart.withPortal(home),
                QuickStart.subcommands(),
                System.getenv(),
                utf8(System.out),
                utf8(System.err));
        System.exit(command.run(Arrays.asList(arguments)));
    }

    /** Names have letters that the terminal of a server may not be set up for; nearly all of them show UTF-8. */
    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    int run(List<String> arguments) {
        String name = arguments.isEmpty() ? "" : arguments.get(0);
        try {
            if (name.equals("help") || name.equals("--help") || name.equals("-h")) {
                out.print(usage());
                return DONE;
            }
            if (name.equals("up") && arguments.size() == 1) {
                return up();
            }
            Subcommand subcommand = subcommands.get(name);
            if (subcommand != null) {
                Settings settings = settings(name + ".log");
                return subcommand.run(settings, arguments.subList(1, arguments.size()), out);
            }
        } catch (CannotStart e) {
            return cannot(e);
        } catch (Exception e) {
            return cannot(new CannotStart("Something unforeseen happened: " + e + ".", "The log says more.", e));
        }
        return notUnderstood(name);
    }

    private static String usage() {
        try (InputStream text = Objects.requireNonNull(SsprCommand.class.getResourceAsStream(USAGE))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int notUnderstood(String name) {
        if (!name.isEmpty()) {
            err.println("\"" + name + "\" is not understood.");
            err.println();
        }
        err.print(usage());
        return NOT_UNDERSTOOD;
    }

    private int cannot(CannotStart reason) {
        err.println();
        err.println(reason.getMessage());
        err.println(reason.wayOut());
        return CANNOT;
    }

    private Settings settings(String logFile) {
        Settings settings = Settings.from(environment);
        DataDirectory.create(settings.logs());
        LogFile.write(settings.logs().resolve(logFile));
        return settings;
    }

    private int up() throws InterruptedException {
        long begin = System.nanoTime();
        Settings settings = settings("sspr.log");
        out.println("Starting with the data in " + settings.data());
        try (RunningSystem system = new RunningSystem(settings, blueprint, this::showReady)) {
            // The only shutdown hook of all: two would run at the same time, and the order would be lost.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system), "sspr-stop"));
            system.start();
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);
            out.println(String.format(Locale.ROOT, "Ready after %.1f s.", taken.toMillis() / 1000.0));
            showHowToGoOn(system);
            new CountDownLatch(1).await();
            return DONE;
        }
    }

    private void stop(RunningSystem system) {
        if (!system.isClosed()) {
            out.println();
            out.println("Stopping ...");
            system.close();
            out.println("Stopped.");
        }
    }

    private void showReady(String part, String address) {
        out.println(String.format(Locale.ROOT, "  %-22s%s", part, address));
    }

    private void showHowToGoOn(RunningSystem system) {
        out.println();
        for (Companion companion : blueprint.companions()) {
            companion.guide(system.settings()).forEach(out::println);
            out.println();
        }
        if (!system.anchorThumbprint().isEmpty()) {
            out.println("Clients trust the services' keys by this thumbprint of the anchor key:");
            out.println("  " + system.anchorThumbprint());
            out.println();
        }
        showNext(
                ownSettings(system.settings()) + "./sspr demo",
                "in another terminal: a password reset from beginning to end");
        showNext(system.mailCatcher().page().toString(), "the mails and text messages that are sent");
        showNext("Ctrl-C", "stops everything; the data stay");
    }

    private void showNext(String what, String why) {
        // A command with settings of one's own is long.
        String gap = what.length() < 30 ? " ".repeat(30 - what.length()) : "\n" + " ".repeat(32);
        out.println("  " + what + gap + why);
    }

    /** The other terminal needs the same settings. */
    private String ownSettings(Settings settings) {
        StringBuilder assignments = new StringBuilder();
        for (String variable : Settings.VARIABLES) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isBlank()) {
                // That terminal may stand in another directory.
                String absolute =
                        variable.equals(Settings.DATA) ? settings.data().toString() : value;
                assignments.append(variable).append("='").append(absolute).append("' ");
            }
        }
        return assignments.toString();
    }
}
