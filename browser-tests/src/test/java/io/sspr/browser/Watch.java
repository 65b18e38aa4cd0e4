package io.sspr.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import io.sspr.browser.Trouble.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sees all that goes wrong in one person's browser, and lets it ask nobody but those it is for. */
final class Watch {

    /** Made of what the page has already; nobody is asked. */
    private static final Set<String> LOCAL = Set.of("data", "blob", "about");

    private final List<URI> sites;
    private final List<Trouble> troubles = new ArrayList<>();

    private Watch(List<URI> sites) {
        this.sites = List.copyOf(sites);
    }

    static Watch over(BrowserContext context, Look look, List<URI> sites) {
        Watch watch = new Watch(sites);
        // Nothing else is: what is routed stands still while a test waits for something outside of its browser.
        context.route(watch.foreign(), route -> route.abort("blockedbyclient"));
        context.routeWebSocket(url -> true, socket -> {
            if (watch.isOurs(socket.url())) socket.connectToServer();
            else {
                watch.add(Kind.FOREIGN_REQUEST, socket.url());
                socket.close();
            }
        });
        // A redirect is not routed: it is seen here, and resolves to nobody unless it stays on this machine.
        context.onRequest(request -> {
            if (!watch.isOurs(request.url())) watch.add(Kind.FOREIGN_REQUEST, request.method() + " " + request.url());
        });
        context.onRequestFailed(request -> {
            // The browser itself gives up what is still under way when a person goes on.
            boolean givenUp = request.failure().equals("net::ERR_ABORTED");
            // What a page announces of its scripts; nothing that a policy refuses is told in this way alone.
            boolean notRun = !look.javaScript() && request.resourceType().equals("script");
            if (watch.isOurs(request.url()) && !givenUp && !notRun)
                watch.add(Kind.FAILED_REQUEST, request.method() + " " + request.url() + ": " + request.failure());
        });
        context.onConsoleMessage(watch::hear);
        context.onWebError(error -> watch.add(Kind.PAGE_ERROR, error.error()));
        return watch;
    }

    /** Whatever is not ours. */
    private Pattern foreign() {
        String ours = sites.stream()
                .map(site -> "http://" + site.getHost() + ":" + site.getPort())
                .map(site -> site.replace(".", "\\."))
                .collect(Collectors.joining("|"));
        return Pattern.compile("^(?!(?:" + ours + ")(?:[/?#]|$))(?!(?:" + String.join("|", LOCAL) + "):)");
    }

    private void hear(ConsoleMessage message) {
        String said = message.text() + " (" + message.location() + ")";
        if (message.text().contains("Content Security Policy")) add(Kind.CSP_VIOLATION, said);
        // What was not let through has been noted already.
        else if (message.type().equals("error") && !message.text().contains("ERR_BLOCKED_BY_CLIENT"))
            add(Kind.CONSOLE_ERROR, said);
    }

    private void add(Kind kind, String said) {
        troubles.add(new Trouble(kind, said));
    }

    private boolean isOurs(String url) {
        try {
            URI asked = URI.create(url);
            if (LOCAL.contains(asked.getScheme())) return true;
            boolean web = "http".equals(asked.getScheme()) || "ws".equals(asked.getScheme());
            return web
                    && sites.stream()
                            .anyMatch(site ->
                                    site.getHost().equals(asked.getHost()) && site.getPort() == asked.getPort());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    List<Trouble> troubles() {
        return List.copyOf(troubles);
    }

    /** Takes out what was expected: every one that says that. */
    boolean forget(String part) {
        boolean found = false;
        for (Iterator<Trouble> each = troubles.iterator(); each.hasNext(); )
            if (each.next().toString().contains(part)) {
                each.remove();
                found = true;
            }
        return found;
    }
}
