package io.sspr.reset.breached;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A service that is told five digits of a hash and answers with all that it knows to begin so; nothing else leaves this
 * process. Every wait is bounded; safe for many threads.
 */
final class RangeService {

    /** Characters; a thousand lines, padded, are a twentieth of it. */
    private static final int LONGEST_ANSWER = 1 << 20;

    private final URI url;
    private final Duration timeout;
    private final HttpClient http;

    RangeService(URI url, Duration timeout) {
        this.url = url;
        this.timeout = timeout;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    /** Whether it knows the hash; throws IOException if it does not say. */
    boolean holds(Sha1 hash) throws IOException {
        String base = url.toString();
        String root = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + "/range/" + hash.prefix()))
                .timeout(timeout)
                // Answers are as long as each other, so that an eavesdropper learns nothing from their length.
                .header("Add-Padding", "true")
                .GET()
                .build();
        HttpResponse<String> answer = exchange(request);
        if (answer.statusCode() != 200) throw new IOException("status " + answer.statusCode());
        return RangeAnswer.holds(answer.body(), hash);
    }

    /** Waits for the whole answer: the request's own timeout is over as soon as its headers are here. */
    private HttpResponse<String> exchange(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, bounded());
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer in " + timeout);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException trouble ? trouble : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        } finally {
            // Closes the connection, if the answer is still to come.
            answer.cancel(true);
        }
    }

    private static BodyHandler<String> bounded() {
        return head -> new BoundedBody<>(BodySubscribers.ofString(StandardCharsets.US_ASCII), LONGEST_ANSWER);
    }
}
