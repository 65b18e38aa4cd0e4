package io.sspr.reset.breached;

import static io.sspr.reset.breached.SomeHashes.hash;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a real server on loopback. */
class RangeServiceTests {

    private static final String LISTED = "1E4C9B93F3F0682250B6CF8331B7EE68FD8:9545824\r\n";
    private static final String OTHERS =
            "003D68EB55068C33ACE09247EE4C639306B:3\r\n1E4C9B93F3F0682250B6CF8331B7EE68FD9:1\r\n";
    private static final String PADDING = "1E4C9B93F3F0682250B6CF8331B7EE68FD8:0\r\n";

    private final List<String> asked = new ArrayList<>();
    private final List<Headers> headers = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private Answer answer = exchange -> send(exchange, 200, "");

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI()
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            headers.add(exchange.getRequestHeaders());
            answer.to(exchange);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void aListedSuffixIsKnownAndAnotherIsNot() throws IOException {
        answer = exchange -> send(exchange, 200, OTHERS + LISTED);
        assertThat(service().holds(hash("password"))).isTrue();
        answer = exchange -> send(exchange, 200, OTHERS);
        assertThat(service().holds(hash("password"))).isFalse();
        answer = exchange -> send(exchange, 200, "");
        assertThat(service().holds(hash("password"))).isFalse();
    }

    @Test
    void paddingIsNotKnown() throws IOException {
        answer = exchange -> send(exchange, 200, OTHERS + PADDING);

        assertThat(service().holds(hash("password"))).isFalse();
    }

    @Test
    void fiveDigitsAndNothingElseLeaveThisProcess() throws IOException {
        service().holds(hash("password"));

        assertThat(asked).containsExactly("GET /api/range/5BAA6");
        assertThat(headers.get(0).getFirst("Add-Padding")).isEqualTo("true");
        assertThat(headers.get(0).toString()).doesNotContain("password").doesNotContain("1E4C9");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 404, 429, 500, 503})
    void anotherStatusIsNoAnswer(int status) {
        answer = exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            send(exchange, status, status == 204 ? "" : LISTED);
        };

        assertThatThrownBy(() -> service().holds(hash("password"))).hasMessage("status " + status);
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>hello</html>",
                "1E4C9B93F3F0682250B6CF8331B7EE68FD8",
                "1E4C9B93F3F0682250B6CF8331B7EE68FD8:",
                "1E4C9B93F3F0682250B6CF8331B7EE68FD8:many",
                "\r\n"
            })
    void anotherFormIsNoAnswer(String body) {
        answer = exchange -> send(exchange, 200, body);

        assertThatThrownBy(() -> service().holds(hash("password"))).isInstanceOf(IOException.class);
    }

    @Test
    void anAnswerWithoutEndIsGivenUp() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i < 100_000; i++) body.write(OTHERS.getBytes(UTF_8));
            }
        };

        assertThatThrownBy(() -> service().holds(hash("password"))).isInstanceOf(IOException.class);
    }

    @Test
    void anAnswerThatStopsHalfWayIsWaitedForNoLongerThanSaid() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(OTHERS.getBytes(UTF_8));
            exchange.getResponseBody().flush();
            waitForTheEnd();
        };

        assertThatThrownBy(() -> service(Duration.ofMillis(300)).holds(hash("password")))
                .hasMessage("no answer in PT0.3S");
    }

    @Test
    void nobodyThereIsNoAnswer() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        RangeService nobody = new RangeService(URI.create("http://127.0.0.1:" + free), Duration.ofSeconds(5));

        assertThatThrownBy(() -> nobody.holds(hash("password"))).isInstanceOf(IOException.class);
    }

    private RangeService service() {
        return service(Duration.ofSeconds(10));
    }

    private RangeService service(Duration timeout) {
        int port = server.getAddress().getPort();
        return new RangeService(URI.create("http://127.0.0.1:" + port + "/api/"), timeout);
    }

    private void waitForTheEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
