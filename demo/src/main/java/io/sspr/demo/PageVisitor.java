package io.sspr.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser that runs no scripts: keeps cookies, follows where it is sent, fills in forms. One for each person. */
final class PageVisitor {

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile("\\baction=\"([^\"]*)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI portal;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(Redirect.NORMAL)
            .build();
    private String page = "";
    private URI at;

    PageVisitor(URI portal) {
        this.portal = portal;
        this.at = portal;
    }

    /** Opens a page by its path. */
    void open(String path) {
        load(HttpRequest.newBuilder(portal.resolve(path)));
    }

    /** Sends the form of the page whose action ends so, with what is typed or chosen. */
    void send(String actionEnd, Map<String, String> typed) {
        Matcher forms = FORM.matcher(page);
        while (forms.find()) {
            Matcher action = ACTION.matcher(forms.group(1));
            if (!action.find() || !action.group(1).endsWith(actionEnd)) continue;
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher hidden = HIDDEN.matcher(forms.group(2));
            while (hidden.find()) fields.put(hidden.group(1), hidden.group(2));
            fields.putAll(typed);
            load(HttpRequest.newBuilder(portal.resolve(action.group(1)))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(encoded(fields))));
            return;
        }
        throw new IllegalStateException("There is no form " + actionEnd + " on " + at);
    }

    /** Waits on the pages that say so, as the page's own refresh does, until one has that form; says whether it does. */
    boolean hasForm(String actionEnd) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (page.contains("data-wait=") && System.nanoTime() < deadline) open(at.getPath());
        Matcher forms = FORM.matcher(page);
        while (forms.find()) {
            Matcher action = ACTION.matcher(forms.group(1));
            if (action.find() && action.group(1).endsWith(actionEnd)) return true;
        }
        return false;
    }

    /** The page as it came. */
    String page() {
        return page;
    }

    private void load(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() != 200)
                throw new IllegalStateException(
                        "The portal answered " + response.statusCode() + " at " + response.uri());
            page = response.body();
            at = response.uri();
        } catch (IOException e) {
            throw new UncheckedIOException("The portal cannot be reached at " + portal, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a page", e);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
