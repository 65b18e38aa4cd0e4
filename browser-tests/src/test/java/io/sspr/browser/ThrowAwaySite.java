package io.sspr.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Pages with faults on purpose, to see that the checks see them. */
final class ThrowAwaySite implements AutoCloseable {

    private final HttpServer http;
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    ThrowAwaySite() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/");
    }

    /** A page that is good but for what stands in it. */
    ThrowAwaySite page(String path, String main) {
        return file(
                path,
                "<!doctype html><html lang=\"en\"><head><title>Page</title>"
                        + "<meta name=\"viewport\" content=\"width=device-width\">"
                        + "<link rel=\"stylesheet\" href=\"/style.css\"></head>"
                        + "<body><main><h1>Page</h1>" + main + "</main></body></html>");
    }

    ThrowAwaySite file(String path, String body) {
        bodies.put(path, body);
        return this;
    }

    /** What browsers asked for, each as method and path. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestMethod() + " " + path);
        exchange.getRequestBody().readAllBytes();
        if (path.equals("/hung-up")) {
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'self'; img-src *; connect-src *");
        String body = path.equals("/style.css") ? "" : bodies.getOrDefault(path, "");
        int status = bodies.containsKey(path) || path.equals("/style.css") ? 200 : 404;
        if (body.startsWith("redirect ")) {
            exchange.getResponseHeaders().set("Location", body.substring("redirect ".length()));
            status = 302;
        }
        String type = path.endsWith(".js") ? "text/javascript" : path.endsWith(".css") ? "text/css" : "text/html";
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, 0);
        exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
