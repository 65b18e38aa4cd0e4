package io.sspr.notification.sms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sspr.notification.contact.Phone;
import io.sspr.notification.sms.TextAnswer.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextGatewayTests {

    private static final Phone ANA = Phone.parse("+386 40 123 456").orElseThrow();
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String SERVICE = "MG0123456789abcdef0123456789abcdef";

    private final CountDownLatch silence = new CountDownLatch(1);
    private HttpServer server;
    private volatile String asked = "";
    private volatile int status = 201;
    private volatile String answer = "{\"sid\":\"SM1\",\"status\":\"queued\",\"error_code\":null}";
    private volatile boolean silent;
    private volatile boolean stalls;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    @AfterEach
    void stop() {
        silence.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            if (silent) silence.await();
            byte[] body = answer.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Location", "https://evil.example/");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body, 0, 1);
            exchange.getResponseBody().flush();
            if (stalls) silence.await();
            exchange.getResponseBody().write(body, 1, body.length - 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private TextGateway gateway(String from) {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return new TextGateway(new SmsProperties(
                base,
                "AC1",
                "secret",
                from,
                List.of("+386"),
                Duration.ofSeconds(1),
                Duration.ofMillis(300),
                Duration.ofMinutes(10)));
    }

    @Test
    void speaksTheGatewaysLanguage() {
        assertThat(gateway("+38640000000").send(ANA, "č & =\n#1", LIFE))
                .isEqualTo(new TextAnswer(State.TAKEN, "SM1", 0));

        assertThat(asked)
                .isEqualTo("POST /2010-04-01/Accounts/AC1/Messages.json To=%2B38640123456&From=%2B38640000000"
                        + "&Body=%C4%8D+%26+%3D%0A%231&ValidityPeriod=600");
    }

    @Test
    void aMessagingServiceIsNamedAsOne() {
        gateway(SERVICE).send(ANA, "text", Duration.ofDays(1));

        assertThat(asked).contains("&MessagingServiceSid=" + SERVICE).endsWith("&ValidityPeriod=14400");
        gateway("MGM Grand").send(ANA, "text", LIFE);
        assertThat(asked).contains("&From=MGM+Grand");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "queued | null | TAKEN",
                "sending | null | TAKEN",
                "accepted | null | TAKEN",
                "sent | null | SENT",
                "delivered | null | DELIVERED",
                "undelivered | 30005 | REJECTED",
                "failed | 30007 | BLOCKED",
                "canceled | null | REFUSED",
                "something new | null | TAKEN"
            })
    void asksWhatBecameOfAText(String said, String error, State state) {
        status = 200;
        answer = "{\"sid\":\"SM1\",\"status\":\"" + said + "\",\"error_code\":" + error + "}";

        assertThat(gateway("Primer").ask("SM1").state()).isEqualTo(state);
        assertThat(asked).startsWith("GET /2010-04-01/Accounts/AC1/Messages/SM1.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "201 | {\"sid\":\"../../evil\",\"status\":\"queued\"} | UNKNOWN",
                "201 | {} | UNKNOWN",
                "201 | <html> | UNKNOWN",
                "302 | {} | TROUBLE",
                "503 | <html> | TROUBLE",
                "400 | <html> | REFUSED"
            })
    void whatItDoesNotUnderstandIsNoSuccess(int code, String body, State state) {
        status = code;
        answer = body;

        assertThat(gateway("Primer").send(ANA, "text", LIFE).state()).isEqualTo(state);
    }

    @Test
    void eml05_silenceLeavesOpenWhetherItWasSentAndAGatewayThatIsNotThereDoesNot() {
        silent = true;
        assertThat(gateway("Primer").send(ANA, "text", LIFE).state()).isEqualTo(State.UNKNOWN);

        TextGateway gone = gateway("Primer");
        silence.countDown();
        server.stop(0);
        assertThat(gone.send(ANA, "text", LIFE).state()).isEqualTo(State.TROUBLE);
    }

    @Test
    @Timeout(60)
    void anAnswerThatBeginsAndNeverEndsLeavesOpenWhetherItWasSent() {
        stalls = true;

        assertThat(gateway("Primer").send(ANA, "text", LIFE).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    @Timeout(60)
    void aListThatBeginsAndNeverEndsIsNotWaitedFor() {
        status = 200;
        answer = "{\"messages\":[{\"sid\":\"SM8\",\"body\":\"text\",\"status\":\"delivered\"}]}";
        stalls = true;

        assertThat(gateway("Primer").find(ANA, "text")).map(TextAnswer::state).contains(State.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | {\"code\":20404}",
                "503 | {\"messages\":[]}",
                "200 | <html>",
                "200 | {}",
                "200 | {\"messages\":[{\"sid\":\"../../evil\",\"body\":\"text\",\"status\":\"sent\"}]}"
            })
    void eml05_notToSayWhetherItHasATextIsNotToSayThatItHasNone(int code, String body) {
        status = code;
        answer = body;

        assertThat(gateway("Primer").find(ANA, "text")).map(TextAnswer::state).contains(State.UNKNOWN);
    }

    @Test
    void findsATextWordForWordAndNoOther() {
        status = 200;
        answer = "{\"messages\":[{\"sid\":\"SM7\",\"body\":\"other\",\"status\":\"sent\"},"
                + "{\"sid\":\"SM8\",\"body\":\"text\",\"status\":\"delivered\"}]}";

        assertThat(gateway("Primer").find(ANA, "text")).contains(new TextAnswer(State.DELIVERED, "SM8", 0));
        assertThat(gateway("Primer").find(ANA, "tex")).isEmpty();
        assertThat(asked).contains("Messages.json?PageSize=50&To=%2B38640123456");
    }

    @Test
    void withoutAnAddressThereIsNoGatewayAndNoCountryThatItReaches() {
        TextGateway none = new TextGateway(new SmsProperties(
                null, "", "", "", List.of(), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(10)));

        assertThat(none.isThere()).isFalse();
        assertThat(none.mayReach(ANA)).isFalse();
        assertThat(gateway("Primer").mayReach(ANA)).isTrue();
        assertThat(gateway("Primer").mayReach(Phone.parse("+4366412345678").orElseThrow()))
                .isFalse();
    }
}
