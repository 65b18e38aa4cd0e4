package io.sspr.reset.breached;

import static io.sspr.reset.breached.SomeHashes.hash;
import static io.sspr.reset.breached.SomeHashes.password;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class BreachedPasswordsTests {

    @TempDir
    private Path folder;

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void theFileIsAskedFirstAndTheServiceOnlyIfItDoesNotKnow() throws IOException {
        try (Service service = new Service(hash("at the service").suffix() + ":2\r\n")) {
            BreachedPasswords breached = breached(file("in the file"), service.url());

            assertThat(breached.find(password("in the file"), true, true)).isEqualTo(Breach.KNOWN);
            assertThat(asked).hasValue(0);
            assertThat(breached.find(password("at the service"), true, true)).isEqualTo(Breach.KNOWN);
            assertThat(breached.find(password("nowhere"), true, true)).isEqualTo(Breach.UNKNOWN);
            assertThat(asked).hasValue(2);
        }
        assertThat(unavailable("file") + unavailable("range-service")).isZero();
    }

    @Test
    void whatThePolicyDoesNotAskForIsNotAsked() throws IOException {
        try (Service service = new Service(hash("anything").suffix() + ":2\r\n")) {
            BreachedPasswords breached = breached(file("anything"), service.url());

            assertThat(breached.find(password("anything"), false, false)).isEqualTo(Breach.UNKNOWN);
            assertThat(asked).hasValue(0);
            assertThat(breached.find(password("anything"), false, true)).isEqualTo(Breach.KNOWN);
        }
    }

    @Test
    void whatCannotBeAskedIsCountedAndTold() throws IOException {
        Path file = file("in the file");
        URI nobody = URI.create("http://127.0.0.1:9");
        BreachedPasswords breached = breached(file, nobody);

        assertThat(breached.find(password("nowhere"), true, true)).isEqualTo(Breach.UNCHECKED);
        assertThat(breached.find(password("in the file"), true, true)).isEqualTo(Breach.KNOWN);
        assertThat(unavailable("range-service")).isEqualTo(1);
        Files.delete(file);
        assertThat(breached.find(password("in the file"), true, false)).isEqualTo(Breach.UNCHECKED);
        assertThat(unavailable("file")).isEqualTo(1);
    }

    @Test
    void theServiceMayKnowWhatTheFileCannotTell() throws IOException {
        try (Service service = new Service(hash("at the service").suffix() + ":2\r\n")) {
            BreachedPasswords breached = breached(null, service.url());

            assertThat(breached.find(password("at the service"), true, true)).isEqualTo(Breach.KNOWN);
            assertThat(breached.find(password("nowhere"), true, true)).isEqualTo(Breach.UNCHECKED);
        }
    }

    @Test
    void aPolicyThatAsksForWhatIsNotConfiguredGetsNoAnswer() {
        BreachedPasswords nothing = breached(null, null);

        assertThat(nothing.find(password("anything"), true, false)).isEqualTo(Breach.UNCHECKED);
        assertThat(nothing.find(password("anything"), false, true)).isEqualTo(Breach.UNCHECKED);
        assertThat(nothing.find(password("anything"), false, false)).isEqualTo(Breach.UNKNOWN);
    }

    @Test
    void aFileThatCannotBeSearchedStopsTheStart() {
        assertThatThrownBy(() -> breached(folder.resolve("absent"), null)).isInstanceOf(IllegalStateException.class);
    }

    private double unavailable(String source) {
        return meters.counter("sspr.breached.unavailable", "source", source).count();
    }

    private BreachedPasswords breached(@Nullable Path file, @Nullable URI url) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("meters", meters);
        return new BreachedPasswords(
                new BreachedProperties(file, url, Duration.ofSeconds(5)), beans.getBeanProvider(MeterRegistry.class));
    }

    private Path file(String listed) throws IOException {
        return Files.writeString(folder.resolve("breached.txt"), hash(listed).hex() + ":1\n");
    }

    /** One that always says the same. */
    private final class Service implements AutoCloseable {

        private final HttpServer server;

        Service(String says) throws IOException {
            byte[] body = says.getBytes(StandardCharsets.US_ASCII);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                asked.incrementAndGet();
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
        }

        URI url() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
