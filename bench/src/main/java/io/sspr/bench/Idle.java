package io.sspr.bench;

import io.sspr.quickstart.layout.CannotStart;
import io.sspr.quickstart.layout.DataDirectory;
import io.sspr.quickstart.layout.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What {@code ./sspr up}, the very command, takes while nobody asks anything of it. */
final class Idle {

    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Settings settings;
    private final Duration measured;
    private final PrintStream out;

    Idle(Path directory, Duration measured, PrintStream out) {
        this.settings = Settings.onRandomPorts(directory);
        this.measured = measured;
        this.out = out;
    }

    /** Always true: there is nothing that could be wrong but that it does not start. */
    boolean run() throws IOException, InterruptedException {
        DataDirectory.create(settings.logs());
        Path script = Path.of(System.getenv().getOrDefault("SSPR_HOME", ".")).resolve("sspr");
        ProcessBuilder builder = new ProcessBuilder(script.toString(), "up");
        builder.environment().putAll(environment());
        builder.redirectErrorStream(true);
        Process up = builder.start();
        Thread stop = new Thread(() -> stop(up), "bench-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try (BufferedReader said = up.inputReader()) {
            awaitReady(said);
            out.println("./sspr up is ready; " + QUIET.toSeconds() + " s of quiet, then " + measured.toSeconds()
                    + " s are measured in which nobody asks anything");
            // Nobody reads on: what it says after that is little.
            TimeUnit.NANOSECONDS.sleep(QUIET.toNanos());
            Map<String, Footprint> before = now(up);
            long begin = System.nanoTime();
            TimeUnit.NANOSECONDS.sleep(measured.toNanos());
            Map<String, Footprint> after = now(up);
            print(before, after, System.nanoTime() - begin);
            return true;
        } finally {
            stop(up);
        }
    }

    private void awaitReady(BufferedReader said) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            if (line.startsWith("Ready after")) return;
        }
        throw new CannotStart("./sspr up does not start.", all.toString().strip());
    }

    private Map<String, String> environment() {
        return Map.of(
                Settings.DATA,
                settings.data().toString(),
                "SSPR_PORTAL_PORT",
                Integer.toString(settings.portalPort()),
                "SSPR_KAFKA_PORT",
                Integer.toString(settings.kafkaPort()),
                "SSPR_POSTGRES_PORT",
                Integer.toString(settings.postgresPort()),
                "SSPR_SMTP_PORT",
                Integer.toString(settings.smtpPort()),
                "SSPR_MAIL_PORT",
                Integer.toString(settings.mailPort()),
                "SSPR_HEALTH_PORT",
                Integer.toString(settings.firstHealthPort()));
    }

    /** The script becomes the process with everything in it, and PostgreSQL is nobody's child. */
    private Map<String, Footprint> now(Process up) throws IOException {
        Map<String, Footprint> parts = new LinkedHashMap<>();
        parts.put("Kafka, the services and the mail catcher", Footprint.of(up.pid()));
        parts.put("the portal", Footprint.ofChildren(up.pid()));
        long postmaster = BenchSystem.postmaster(settings);
        parts.put("PostgreSQL", Footprint.of(postmaster).plus(Footprint.ofChildren(postmaster)));
        return parts;
    }

    private void print(Map<String, Footprint> before, Map<String, Footprint> after, long nanos) {
        out.printf(
                Locale.ROOT,
                "%-44s %10s %14s %14s %12s%n",
                "",
                "processes",
                "% of a core",
                "MiB resident",
                "MiB share");
        Footprint sumBefore = Footprint.NOTHING;
        Footprint sumAfter = Footprint.NOTHING;
        for (Map.Entry<String, Footprint> part : after.entrySet()) {
            Footprint earlier = before.getOrDefault(part.getKey(), Footprint.NOTHING);
            line(part.getKey(), earlier, part.getValue(), nanos);
            sumBefore = sumBefore.plus(earlier);
            sumAfter = sumAfter.plus(part.getValue());
        }
        line("sum", sumBefore, sumAfter, nanos);
        out.println(
                "  share: what several processes share is counted once, in parts; resident counts it for each of them");
    }

    private void line(String name, Footprint before, Footprint after, long nanos) {
        out.printf(
                Locale.ROOT,
                "  %-42s %10d %14.2f %14d %12d%n",
                name,
                after.processes(),
                100.0 * after.cpu().minus(before.cpu()).toNanos() / nanos,
                after.residentKib() / 1024,
                after.shareKib() / 1024);
    }

    private static void stop(Process up) {
        up.destroy();
        try {
            if (up.waitFor(60, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        up.destroyForcibly();
    }
}
