package io.sspr.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The mails that a mail catcher caught, by the interface that GreenMail has; safe for many threads. */
public final class Mailbox {

    /** It stands for a person who looks whether the mail is there yet. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);

    private static final JsonMapper JSON = new JsonMapper();

    private final URI page;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** Of the mail page at that address, such as {@code http://127.0.0.1:18025}. */
    public Mailbox(URI page) {
        this.page = page;
    }

    /** All mails to an address, oldest first; one that was sent twice, as its Message-ID tells (EML-05), is there once. */
    public List<Mail> mails(String address) {
        String path = "/api/user/" + URLEncoder.encode(address, StandardCharsets.UTF_8) + "/messages";
        HttpResponse<String> response = get(page.resolve(path));
        // GreenMail knows a mailbox only when something has come for it.
        if (response.statusCode() == 404 || response.statusCode() == 400) return List.of();
        if (response.statusCode() != 200)
            throw new IllegalStateException("The mail page at " + page + " answered " + response.statusCode());
        List<JsonNode> caught =
                new ArrayList<>(JSON.readTree(response.body()).valueStream().toList());
        caught.sort(Comparator.comparingLong(mail -> mail.path("uid").asLong()));
        Map<String, Mail> mails = new LinkedHashMap<>();
        for (JsonNode mail : caught) mails.putIfAbsent(mail.path("Message-ID").asString(""), mail(mail));
        return List.copyOf(mails.values());
    }

    /** The uid of the newest mail to an address; 0 if there is none. */
    public long newest(String address) {
        List<Mail> mails = mails(address);
        return mails.isEmpty() ? 0 : mails.get(mails.size() - 1).uid();
    }

    /** The code in the newest mail to an address that came after that uid and has one; waits for it. */
    public String code(String address, long after, Duration patience) {
        return await(
                address,
                after,
                patience,
                "a code",
                mails -> mails.stream().flatMap(mail -> mail.code().stream()).reduce((earlier, later) -> later));
    }

    /** The newest mail to an address that came after that uid and has no code; waits for it. */
    public Mail notice(String address, long after, Duration patience) {
        return await(
                address,
                after,
                patience,
                "a notice",
                mails -> mails.stream().filter(mail -> mail.code().isEmpty()).reduce((earlier, later) -> later));
    }

    private <T> T await(
            String address, long after, Duration patience, String what, Function<List<Mail>, Optional<T>> find) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<T> found = find.apply(
                    mails(address).stream().filter(mail -> mail.uid() > after).toList());
            if (found.isPresent()) return found.get();
            if (System.nanoTime() > deadline)
                throw new IllegalStateException("No mail with " + what + " to " + address + " within "
                        + patience.toSeconds() + " s: is notification-service running, is a budget used up?");
            Waiting.of(LOOK_EVERY);
        }
    }

    private HttpResponse<String> get(URI address) {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The mail page at " + page + " cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading the mail page", e);
        }
    }

    private static Mail mail(JsonNode mail) {
        String text = MimeText.of(mail.path("mimeMessage").asString("")).orElse("");
        return new Mail(mail.path("uid").asLong(), mail.path("subject").asString(""), text);
    }
}
