package io.sspr.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.quickstart.layout.CannotStart;
import io.sspr.quickstart.layout.Settings;
import io.sspr.quickstart.portal.PortalClassPath;
import io.sspr.quickstart.portal.PortalProcess;
import io.sspr.quickstart.portal.PortalSecrets;
import io.sspr.quickstart.portal.PortalSetup;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portal over a real system: what it is given, and what becomes of its process. */
class PortalProcessTests {

    private static final Progress UNSEEN = (part, address) -> {};

    @TempDir
    static Path data;

    private static RunningSystem system;

    @BeforeAll
    static void start() {
        Settings settings = Settings.onRandomPorts(data);
        system = new RunningSystem(settings, QuickStart.blueprint(), UNSEEN);
        system.start();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void hasItsOwnTwoKeysAndNothingElse() throws IOException {
        Path own = secrets().directory();
        try (Stream<Path> files = Files.walk(own)) {
            assertThat(files.filter(Files::isRegularFile).map(own::relativize).map(Path::toString))
                    .containsExactlyInAnyOrder("cookie.key", "clients/portal/assertion.jwk");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(secrets().cookieKey())))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsItsCookieKeyOverStarts() throws IOException {
        byte[] first = Files.readAllBytes(secrets().cookieKey());

        assertThat(Files.readAllBytes(secrets().cookieKey())).isEqualTo(first);
    }

    @Test
    void runsTwiceWithTheSameKeysOnOneAddressAndOneIsKilledAndStartedAgain() throws Exception {
        PortalSetup setup = setup(system.settings().portalPort());
        try (PortalProcess one = new PortalProcess(setup).start();
                PortalProcess other = new PortalProcess(
                                setup.onPort(Settings.onRandomPorts(data).portalPort()))
                        .start()) {
            assertThat(other.baseUrl()).isEqualTo(one.baseUrl());
            assertThat(status(one.baseUrl())).isEqualTo(200);
            assertThat(status(URI.create("http://127.0.0.1:" + other.port() + "/actuator/health")))
                    .isEqualTo(200);
            long killed = one.pid();

            one.kill();
            assertThat(one.isAlive()).isFalse();
            one.restart();

            assertThat(one.pid()).isNotEqualTo(killed);
            assertThat(status(one.baseUrl())).isEqualTo(200);
        }
        assertThat(ownPidFiles()).isEmpty();
    }

    @Test
    void endsWhatAKilledJvmLeftAndNobodyElse() throws Exception {
        PortalProcess left =
                new PortalProcess(setup(Settings.onRandomPorts(data).portalPort())).start();
        Path stranger = system.settings().portalData().resolve("1.pid");
        Files.writeString(stranger, ProcessHandle.current().pid() + " 12345");

        PortalProcess.endLeftovers(system.settings().portalData());

        assertThat(left.isAlive()).isFalse();
        assertThat(ownPidFiles()).isEmpty();
    }

    @Test
    void saysWhyItDoesNotStart() {
        PortalSetup wrong = setup(Settings.onRandomPorts(data).portalPort()).at(URI.create("http://example.org"));

        PortalProcess portal = new PortalProcess(wrong);

        assertThatThrownBy(portal::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("ended with status 1 before it was ready")
                .extracting(failure -> ((CannotStart) failure).wayOut())
                .asString()
                .contains("portal-");
        assertThat(portal.isAlive()).isFalse();
    }

    @Test
    void isNotThereBeforeItIsBuilt() {
        assertThatThrownBy(() -> PortalClassPath.in(data))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("The portal is not built");
    }

    private static PortalSecrets secrets() {
        Settings settings = system.settings();
        return PortalSecrets.prepare(settings.secrets(), settings.portalData().resolve("secrets"), new SecureRandom());
    }

    private static PortalSetup setup(int port) {
        PortalSetup setup = PortalSetup.of(
                system.settings(),
                PortalClassPath.in(Path.of("..")),
                system.broker().bootstrapServers(),
                system.anchorThumbprint(),
                secrets());
        return setup.onPort(port).at(PortalSetup.address(port));
    }

    private static List<Path> ownPidFiles() throws IOException {
        try (Stream<Path> files = Files.list(system.settings().portalData())) {
            return files.filter(file -> file.toString().endsWith(".pid")).toList();
        }
    }

    private static int status(URI page) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
