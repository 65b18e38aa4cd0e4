package io.sspr.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.quickstart.database.Database;
import io.sspr.quickstart.layout.Ports;
import io.sspr.quickstart.layout.Settings;
import io.sspr.quickstart.portal.PortalProcess;
import io.sspr.quickstart.portal.PortalSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./sspr up} as a person runs it: a process, killed and stopped by signals. */
class UpProcessTests {

    @TempDir
    Path data;

    private Settings settings;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void choosePorts() throws IOException {
        settings = Settings.onRandomPorts(data);
        // Unpacked once for all tests.
        Files.createDirectories(settings.postgresBinaries());
        Files.createSymbolicLink(data.resolve("postgres-binaries"), settings.postgresBinaries());
    }

    @AfterEach
    void leaveNothingRunning() {
        started.forEach(process -> process.destroyForcibly().onExit().join());
        PortalProcess.endLeftovers(settings.portalData());
        Database.stopLeftover(settings);
    }

    @Test
    void runsOncePerDataDirectoryComesUpAgainAfterKillMinusNineAndStopsInOrderOnASignal() throws Exception {
        Process killed = up();
        List<String> said = linesUntilReady(killed);
        assertThat(said).anyMatch(line -> line.startsWith("Ready after "));
        assertThat(said).anyMatch(line -> line.contains("sonja.sample") && line.contains("can reset"));
        assertThat(said).as("nothing but what a person is told").noneMatch(line -> line.contains(" INFO "));
        assertThat(portalIsUp()).isTrue();
        ProcessHandle portal = portal();

        Process tooMany = up();
        assertThat(tooMany.inputReader().lines())
                .contains(
                        "Another ./sspr up (process " + killed.pid() + ") already runs with the data in " + data + ".");
        assertThat(tooMany.waitFor()).isEqualTo(70);
        killed.destroyForcibly().onExit().join();
        // Nobody ends it: it notices.
        portal.onExit().join();

        Process stopped = up();
        assertThat(linesUntilReady(stopped)).anyMatch(line -> line.startsWith("Ready after "));
        assertThat(portalIsUp()).isTrue();
        // Asked through its handle: Process.destroy would also close what it still says.
        assertThat(stopped.toHandle().destroy()).isTrue();
        assertThat(stopped.inputReader().lines()).containsSubsequence("Stopping ...", "Stopped.");
        assertThat(stopped.waitFor()).isEqualTo(128 + 15);
        Ports.check(settings.ports());
        Ports.check(List.of(settings.portal()));
        assertThat(settings.postgres().resolve("postmaster.pid")).doesNotExist();
    }

    /** By the names of the file that {@code ./sspr up} keeps. */
    private ProcessHandle portal() throws IOException {
        Path noted = settings.portalData().resolve(settings.portalPort() + ".pid");
        return ProcessHandle.of(Long.parseLong(Files.readString(noted).split(" ", 2)[0]))
                .orElseThrow();
    }

    private boolean portalIsUp() throws IOException, InterruptedException {
        HttpRequest page = HttpRequest.newBuilder(PortalSetup.address(settings.portalPort()))
                .build();
        return HttpClient.newHttpClient()
                        .send(page, HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }

    private Process up() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SsprCommand.class.getName(),
                        "up")
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "SSPR_HOME", Path.of("..").toAbsolutePath().toString(),
                        "SSPR_PORTAL_PORT", Integer.toString(settings.portalPort()),
                        "SSPR_DATA", settings.data().toString(),
                        "SSPR_KAFKA_PORT", Integer.toString(settings.kafkaPort()),
                        "SSPR_POSTGRES_PORT", Integer.toString(settings.postgresPort()),
                        "SSPR_SMTP_PORT", Integer.toString(settings.smtpPort()),
                        "SSPR_MAIL_PORT", Integer.toString(settings.mailPort()),
                        "SSPR_HEALTH_PORT", Integer.toString(settings.firstHealthPort())));
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private static List<String> linesUntilReady(Process process) throws IOException {
        BufferedReader said = process.inputReader();
        List<String> lines = new ArrayList<>();
        @Nullable String line = said.readLine();
        while (line != null && !line.contains("Ctrl-C")) {
            lines.add(line);
            line = said.readLine();
        }
        return lines;
    }
}
