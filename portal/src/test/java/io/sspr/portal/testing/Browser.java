package io.sspr.portal.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * A browser without scripts: keeps cookies and sends them where they belong, over whatever it is; follows no redirect by itself.
 * With several instances of a site behind one address it comes to another one each time.
 */
public final class Browser {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final List<HttpCookie> cookies = new ArrayList<>();
    private final URI base;
    private final List<URI> instances;
    private int turn;

    /**
     * With no cookie yet.
     *
     * @param base of the site, as its pages name it
     * @param instances where it really is
     */
    public Browser(URI base, URI... instances) {
        this.base = base;
        this.instances = List.of(instances);
    }

    /** The same browser, once its balancer knows only these. */
    public Browser at(URI... left) {
        Browser browser = new Browser(base, left);
        cookies.forEach(browser::keep);
        return browser;
    }

    /** A page. */
    public Page get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** A form with its fields. */
    public Page post(String path, Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** With any method. */
    public Page send(String method, String path) {
        return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** Follows a page to where it leads. */
    public Page follow(Page page) {
        URI there = page.location();
        return get(there.getRawPath() + (there.getRawQuery() == null ? "" : "?" + there.getRawQuery()));
    }

    /** Listens to a stream of events until it ends, as a page that waits does. */
    public CompletableFuture<String> listen(String path) {
        HttpRequest request = request(path, "Accept", "text/event-stream").GET().build();
        return http.sendAsync(request, BodyHandlers.ofString()).thenApply(HttpResponse::body);
    }

    /** What is kept under that name; the newest, if it is for several paths. */
    public Optional<String> cookie(String name) {
        return cookies.stream()
                .filter(cookie -> cookie.getName().equals(name))
                .reduce((older, newer) -> newer)
                .map(HttpCookie::getValue);
    }

    /** Under which names something is kept. */
    public List<String> cookieNames() {
        return cookies.stream().map(HttpCookie::getName).distinct().toList();
    }

    /** Keeps a cookie for all pages, as if it had come from the site. */
    public void keep(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        keep(cookie);
    }

    private void keep(HttpCookie cookie) {
        cookies.removeIf(
                old -> old.getName().equals(cookie.getName()) && old.getPath().equals(cookie.getPath()));
        if (cookie.getMaxAge() != 0) cookies.add(cookie);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        URI instance = instances.get(turn++ % instances.size());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(instance + path)).timeout(PATIENCE);
        List<String> named = List.of(headers);
        if (!named.contains("Host")) request.header("Host", base.getAuthority());
        if (!named.contains("Accept")) request.header("Accept", "text/html");
        if (!named.contains("Accept-Language")) request.header("Accept-Language", "en");
        String kept = cookiesFor(path);
        if (!kept.isEmpty() && !named.contains("Cookie")) request.header("Cookie", kept);
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** RFC 6265, 5.1.4 and 5.4. */
    private String cookiesFor(String address) {
        int query = address.indexOf('?');
        String path = query < 0 ? address : address.substring(0, query);
        return cookies.stream()
                .filter(cookie -> path.equals(cookie.getPath())
                        || path.startsWith(cookie.getPath().endsWith("/") ? cookie.getPath() : cookie.getPath() + "/"))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            List<String> set = answer.headers().allValues("Set-Cookie");
            for (String line : set)
                for (HttpCookie cookie : HttpCookie.parse(line)) {
                    if (cookie.getPath() == null) cookie.setPath("/");
                    keep(cookie);
                }
            return new Page(base, answer.statusCode(), answer.body(), set, answer.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
