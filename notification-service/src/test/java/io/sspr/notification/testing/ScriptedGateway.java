package io.sspr.notification.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** A gateway for text messages that says what a test tells it to, by number; otherwise it delivers everything. */
public final class ScriptedGateway {

    /** Instead of a status: it takes the text and hangs up. */
    public static final int TAKES_AND_HANGS_UP = -1;

    /** Instead of a status: it hangs up, once. */
    public static final int HANGS_UP = -2;

    private static final Pattern ONE = Pattern.compile("/2010-04-01/Accounts/ACtest/Messages/([A-Za-z0-9]+)\\.json");
    private static final String ALL = "/2010-04-01/Accounts/ACtest/Messages.json";
    private static final JsonMapper JSON = new JsonMapper();

    /** What it was asked to send. */
    public record Text(String sid, String to, String from, String body, int validity, String authorization) {}

    /** What it says: a status and an error code, 0 for none. */
    private record Says(String status, int code) {}

    private final HttpServer http;
    private final List<Text> texts = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final Map<String, Says> answers = new ConcurrentHashMap<>();
    private final Map<String, Says> reports = new ConcurrentHashMap<>();
    private final Set<String> hidden = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger(1000);
    private volatile boolean lists = true;

    public ScriptedGateway() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/", this::handle);
        http.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "scripted-gateway");
            thread.setDaemon(true);
            return thread;
        }));
        http.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** How it answers, from now on, to whoever wants to send there. */
    public void answers(String to, int httpStatus, int code) {
        answers.put(to, new Says(Integer.toString(httpStatus), code));
    }

    /** What it says, from now on, of texts that it took. */
    public void reports(String to, String status, int code) {
        reports.put(to, new Says(status, code));
    }

    /** It delivers what goes there from now on. */
    public void isWellAgain(String to) {
        answers.remove(to);
        reports.remove(to);
    }

    /** Whether it says which texts it has. */
    public void lists(boolean does) {
        lists = does;
    }

    /** From now on it says that it has nothing for that number. */
    public void hides(String to) {
        hidden.add(to);
    }

    /** What it took to be sent there. */
    public List<Text> to(String number) {
        return texts.stream().filter(text -> text.to().equals(number)).toList();
    }

    /** Everything that it took. */
    public List<Text> texts() {
        return texts;
    }

    /** How often it refused to send there. */
    public long refusals(String number) {
        return refused.stream().filter(number::equals).count();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Matcher one = ONE.matcher(path);
            if (exchange.getRequestMethod().equals("POST") && path.equals(ALL)) post(exchange);
            else if (one.matches()) reply(exchange, 200, shown(find(one.group(1)), "delivered"));
            else if (path.equals(ALL) && lists) list(exchange);
            else reply(exchange, 404, Map.of("code", 20404));
        }
    }

    private void post(HttpExchange exchange) throws IOException {
        Map<String, String> form = new HashMap<>();
        for (String field : new String(exchange.getRequestBody().readAllBytes(), UTF_8).split("&", -1))
            form.put(field.split("=", 2)[0], URLDecoder.decode(field.split("=", 2)[1], UTF_8));
        String to = form.getOrDefault("To", "");
        Says says = answers.getOrDefault(to, new Says("201", 0));
        int status = Integer.parseInt(says.status());
        if (status == HANGS_UP) {
            answers.remove(to);
            refused.add(to);
            return;
        }
        if (status != 201 && status != TAKES_AND_HANGS_UP) {
            refused.add(to);
            reply(exchange, status, says.code() == 0 ? Map.of() : Map.of("code", says.code(), "status", status));
            return;
        }
        Text text = new Text(
                "SM" + number.incrementAndGet(),
                to,
                form.getOrDefault("From", ""),
                form.getOrDefault("Body", ""),
                Integer.parseInt(form.getOrDefault("ValidityPeriod", "0")),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        texts.add(text);
        if (status == 201) reply(exchange, 201, Map.of("sid", text.sid(), "status", "queued"));
    }

    private void list(HttpExchange exchange) throws IOException {
        String to = URLDecoder.decode(exchange.getRequestURI().getRawQuery().replaceAll(".*To=([^&]*).*", "$1"), UTF_8);
        List<Map<String, Object>> found = new ArrayList<>();
        if (!hidden.contains(to)) to(to).forEach(text -> found.add(shown(text, "delivered")));
        reply(exchange, 200, Map.of("messages", found));
    }

    private Text find(String sid) {
        return texts.stream().filter(text -> text.sid().equals(sid)).findFirst().orElseThrow();
    }

    private Map<String, Object> shown(Text text, String usually) {
        Says says = reports.getOrDefault(text.to(), new Says(usually, 0));
        Map<String, Object> fields = new HashMap<>();
        fields.put("sid", text.sid());
        fields.put("body", text.body());
        fields.put("status", says.status());
        fields.put("error_code", says.code() == 0 ? null : says.code());
        return fields;
    }

    private static void reply(HttpExchange exchange, int status, Map<String, ?> fields) throws IOException {
        byte[] body = JSON.writeValueAsBytes(fields);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
