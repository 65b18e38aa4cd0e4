package io.sspr.portal;

import io.sspr.contract.seal.KeyMaterial;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application on a real port, and a visitor without scripts who keeps cookies. */
public final class RunningPortal implements AutoCloseable {

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final ConfigurableApplicationContext application;
    private final int port;
    private final String host;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private RunningPortal(ConfigurableApplicationContext application, int port, String host) {
        this.application = application;
        this.port = port;
        this.host = host;
    }

    /** Starts one with keys in that directory, made if there are none. */
    public static RunningPortal start(Path directory, String... settings) throws IOException {
        return start(RunningKafka.servers(), directory, null, List.of("cookie.key"), settings);
    }

    /** Starts one that people find at that address. */
    static RunningPortal start(Path directory, @Nullable URI baseUrl, List<String> cookieKeys) throws IOException {
        return start(RunningKafka.servers(), directory, baseUrl, cookieKeys);
    }

    /** Starts one with another broker. */
    static RunningPortal startWith(String kafka, Path directory) throws IOException {
        return start(kafka, directory, null, List.of("cookie.key"));
    }

    private static RunningPortal start(
            String kafka, Path directory, @Nullable URI baseUrl, List<String> cookieKeys, String... settings)
            throws IOException {
        KeyMaterial keys = RunningKafka.keys(directory.resolve("secrets"));
        RunningKafka.publishKeys(keys, kafka);
        int port = freePort();
        URI base = baseUrl == null ? URI.create("http://localhost:" + port) : baseUrl;
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.name=portal",
                "--server.port=" + port,
                "--sspr.portal.base-url=" + base,
                "--sspr.portal.kafka=" + kafka,
                "--sspr.portal.anchor=" + keys.anchorThumbprint(),
                "--sspr.portal.secrets=" + directory.resolve("secrets"),
                "--sspr.portal.cookie-keys="
                        + cookieKeys.stream()
                                .map(name -> cookieKey(directory, name).toString())
                                .collect(Collectors.joining(","))));
        for (String setting : settings) arguments.add("--" + setting);
        ConfigurableApplicationContext application =
                SpringApplication.run(Portal.class, arguments.toArray(String[]::new));
        return new RunningPortal(application, port, base.getAuthority());
    }

    private static Path cookieKey(Path directory, String name) {
        byte[] bytes = new byte[32];
        new Random(name.hashCode()).nextBytes(bytes);
        try {
            return Files.writeString(
                    directory.resolve(name),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A page. */
    Response get(String path, String... headers) throws Exception {
        return send(request(path, headers).GET().build());
    }

    /** A form with its fields: name, value, name, value. */
    Response post(String path, Map<String, String> fields, String... headers) throws Exception {
        String body = fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** With any method. */
    Response send(String method, String path) throws Exception {
        return send(request(path)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30));
        List<String> names = List.of(headers);
        if (!names.contains("Host")) request.header("Host", host);
        if (!names.contains("Accept-Language")) request.header("Accept-Language", "en");
        if (!names.contains("Accept")) request.header("Accept", "text/html");
        if (!cookies.isEmpty() && !names.contains("Cookie"))
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        if (headers.length > 0) request.headers(headers);
        return request;
    }

    private Response send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        List<String> set = answer.headers().allValues("Set-Cookie");
        for (String cookie : set) {
            String pair = cookie.substring(0, cookie.indexOf(';'));
            int at = pair.indexOf('=');
            if (cookie.contains("Max-Age=0")) cookies.remove(pair.substring(0, at));
            else cookies.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return new Response(answer.statusCode(), answer.body(), set, answer);
    }

    /** What the visitor's browser holds; all go to every page here, whatever their path. */
    Map<String, String> cookies() {
        return cookies;
    }

    /** At which address. */
    String host() {
        return host;
    }

    @Override
    public void close() {
        application.close();
    }

    /** An answer. */
    record Response(int status, String body, List<String> setCookies, HttpResponse<String> answer) {

        private static final Pattern HIDDEN =
                Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

        @Nullable
        String header(String name) {
            return answer.headers().firstValue(name).orElse(null);
        }

        /** What a form of the page sends of itself. */
        Map<String, String> form(String action) {
            Matcher form = Pattern.compile(
                            "<form[^>]*action=\"" + Pattern.quote(action) + "\"[^>]*>(.*?)</form>", Pattern.DOTALL)
                    .matcher(body);
            Map<String, String> fields = new LinkedHashMap<>();
            while (form.find()) {
                fields.clear();
                Matcher inputs = HIDDEN.matcher(form.group(1));
                while (inputs.find()) fields.put(inputs.group(1), inputs.group(2));
            }
            if (fields.isEmpty()) throw new AssertionError("no form to " + action + " in " + body);
            return fields;
        }
    }
}
