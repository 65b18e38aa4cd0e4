package io.sspr.notification.sms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.sspr.notification.contact.Phone;
import io.sspr.notification.sms.TextAnswer.State;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The gateway that {@code sspr.notification.sms.*} names: hands it a text, asks what became of it, and asks whether it has
 * one, for its API has no way to say the same thing twice and mean it once. Every wait is bounded; nothing it says is kept
 * but its id and its codes, for its words repeat numbers. Safe for many threads.
 */
@Component
public final class TextGateway {

    private static final Logger log = LoggerFactory.getLogger(TextGateway.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern SERVICE = Pattern.compile("MG[0-9a-f]{32}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,64}");

    /** The most that the API takes. */
    private static final Duration LONGEST_VALIDITY = Duration.ofHours(4);

    private final SmsProperties properties;
    private final HttpClient http;

    TextGateway(SmsProperties properties) {
        this.properties = properties;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(properties.connectTimeout())
                .build();
        if (!properties.isConfigured())
            log.warn("No text messages are sent, as sspr.notification.sms.base-url is not set:"
                    + " codes for telephones fail as UNDELIVERABLE");
    }

    /** Whether there is a gateway at all. */
    public boolean isThere() {
        return properties.isConfigured();
    }

    /** Whether texts may go to that country. */
    public boolean mayReach(Phone phone) {
        return properties.countries().contains(phone.country());
    }

    /** Hands it a text, to be dropped when it is not delivered in that time. */
    public TextAnswer send(Phone to, String text, Duration validity) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("To", to.text());
        form.put(SERVICE.matcher(properties.from()).matches() ? "MessagingServiceSid" : "From", properties.from());
        form.put("Body", text);
        long seconds = Math.min(Math.max(1, validity.toSeconds()), LONGEST_VALIDITY.toSeconds());
        form.put("ValidityPeriod", Long.toString(seconds));
        HttpRequest request = request(messages(".json"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)))
                .build();
        return answer(request);
    }

    /** What became of a text that it took. */
    public TextAnswer ask(String id) {
        return answer(request(messages("/" + checked(id) + ".json")).GET().build());
    }

    /** The text that it has for that number, word for word; empty if it has none, UNKNOWN if it does not say. */
    public Optional<TextAnswer> find(Phone to, String text) {
        URI list = messages(".json?PageSize=50&To=" + URLEncoder.encode(to.text(), UTF_8));
        try {
            HttpResponse<String> response = exchange(request(list).GET().build());
            JsonNode messages = JSON.readTree(response.body()).path("messages");
            if (response.statusCode() != 200 || !messages.isArray())
                return Optional.of(TextAnswer.of(State.UNKNOWN, response.statusCode()));
            for (JsonNode message : messages)
                if (message.path("body").asString("").equals(text)) return Optional.of(message(message));
            return Optional.empty();
        } catch (IOException | JacksonException e) {
            log.debug(
                    "The gateway did not say whether it has a text ({})",
                    e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.of(TextAnswer.of(State.UNKNOWN, 0));
    }

    private TextAnswer answer(HttpRequest request) {
        try {
            HttpResponse<String> response = exchange(request);
            int status = response.statusCode();
            if (status == 200 || status == 201) return message(JSON.readTree(response.body()));
            return TextAnswer.of(GatewayErrors.ofAnswer(status, errorCode(response.body(), status)), status);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            // Nothing was said to it.
            return TextAnswer.of(State.TROUBLE, 0);
        } catch (IOException | JacksonException e) {
            // The class alone: an address or a text could be quoted.
            log.debug("The gateway gave no answer ({})", e.getClass().getSimpleName());
            return TextAnswer.of(State.UNKNOWN, 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return TextAnswer.of(State.UNKNOWN, 0);
        }
    }

    /** Waits for the whole answer: the request's own timeout is over as soon as its headers are here. */
    private HttpResponse<String> exchange(HttpRequest request) throws IOException, InterruptedException {
        Duration longest = properties.connectTimeout().plus(properties.timeout());
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, BodyHandlers.ofString(UTF_8));
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("the answer did not end", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException trouble ? trouble : new IOException(e.getCause());
        } finally {
            // Closes the connection, if the answer is still to come.
            answer.cancel(true);
        }
    }

    private static int errorCode(String body, int status) {
        try {
            return JSON.readTree(body).path("code").asInt(status);
        } catch (JacksonException e) {
            return status;
        }
    }

    private static TextAnswer message(JsonNode message) {
        String id = message.path("sid").asString("");
        if (!ID.matcher(id).matches()) return TextAnswer.of(State.UNKNOWN, 0);
        int code = message.path("error_code").asInt(0);
        State state = switch (message.path("status").asString("")) {
            case "sent" -> State.SENT;
            case "delivered", "read" -> State.DELIVERED;
            case "undelivered", "failed", "canceled" -> GatewayErrors.ofReport(code);
            default -> State.TAKEN;
        };
        return new TextAnswer(state, id, code);
    }

    private HttpRequest.Builder request(URI address) {
        String login = properties.accountSid() + ":" + properties.authToken();
        return HttpRequest.newBuilder(address)
                .timeout(properties.timeout())
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)))
                .header("Accept", "application/json");
    }

    private URI messages(String rest) {
        String base =
                requireNonNull(properties.baseUrl(), "there is no gateway").toString();
        String root = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return URI.create(root + "/2010-04-01/Accounts/" + properties.accountSid() + "/Messages" + rest);
    }

    private static String checked(String id) {
        if (!ID.matcher(id).matches()) throw new IllegalArgumentException("no id of a message");
        return id;
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
