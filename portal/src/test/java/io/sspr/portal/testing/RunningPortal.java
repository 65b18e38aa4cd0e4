package io.sspr.portal.testing;

import io.sspr.contract.reply.Reply;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.portal.Portal;
import io.sspr.portal.log.Services;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole portal on a real port over a real broker, on whose log the test stands in the services' place. */
public final class RunningPortal implements AutoCloseable {

    private final URI base;
    private final URI instance;
    private final ConfigurableApplicationContext context;

    private RunningPortal(URI base, URI instance, ConfigurableApplicationContext context) {
        this.base = base;
        this.instance = instance;
        this.context = context;
    }

    /**
     * Starts one over the broker of this JVM, with its services' keys published.
     *
     * @param settings written {@code name=value}, besides those that every portal needs and in their place
     */
    public static RunningPortal start(Path directory, String... settings) throws IOException {
        KeyMaterial keys = RunningKafka.keys(directory.resolve("secrets"));
        RunningKafka.publishKeys(keys, RunningKafka.servers());
        return over(RunningKafka.servers(), directory, settings);
    }

    /** Starts one over that broker, where there may be no keys yet. */
    public static RunningPortal over(String kafka, Path directory, String... settings) throws IOException {
        URI instance = URI.create("http://127.0.0.1:" + freePort());
        Map<String, String> all = settings(kafka, directory, instance, settings);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Portal.class)
                .run(all.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        return new RunningPortal(URI.create(all.getOrDefault("sspr.portal.base-url", "")), instance, context);
    }

    /** Starts one like it as a process of its own, to be killed; ready when this returns. */
    public static Process inAProcess(Path directory, URI instance, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Portal.class.getName()));
        settings(RunningKafka.servers(), directory, instance, settings)
                .forEach((name, value) -> command.add("--" + name + "=" + value));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("process.log").toFile())
                .start();
        Browser probe = new Browser(instance, instance);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(() -> probe.get("/actuator/health", "Accept", "*/*").status() == 200);
        return process;
    }

    private static Map<String, String> settings(String kafka, Path directory, URI instance, String... settings)
            throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("spring.config.name", "portal");
        all.put("server.port", String.valueOf(instance.getPort()));
        all.put("sspr.portal.base-url", instance.toString());
        all.put("sspr.portal.kafka", kafka);
        Path secrets = directory.resolve("secrets");
        all.put("sspr.portal.anchor", RunningKafka.keys(secrets).anchorThumbprint());
        all.put("sspr.portal.secrets", secrets.toString());
        all.put("sspr.portal.cookie-keys", cookieKeys(directory, "cookie.key"));
        for (String setting : settings) {
            int at = setting.indexOf('=');
            all.put(setting.substring(0, at), setting.substring(at + 1));
        }
        return all;
    }

    /** The setting for these keys of cookies in that directory, made if there are none: the same name is the same key. */
    public static String cookieKeys(Path directory, String... names) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            byte[] key = new byte[32];
            new Random(name.hashCode()).nextBytes(key);
            files.add(Files.writeString(
                    directory.resolve(name),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(key)));
        }
        return files.stream().map(Path::toString).collect(Collectors.joining(","));
    }

    /** One that nothing listens on. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Where people find it. */
    public URI base() {
        return base;
    }

    /** Where a balancer finds it. */
    public URI instance() {
        return instance;
    }

    /** A browser that comes to it, with no cookie yet. */
    public Browser browser() {
        return new Browser(base, instance);
    }

    /** A part of it. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Answers a request of its, and returns when it has seen the answer. */
    public void answer(UUID request, Reply reply) {
        RunningKafka.answer(request, reply);
        awaitReply(request);
    }

    /** Returns when it has seen the answer to that request. */
    public void awaitReply(UUID request) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> part(Services.class).reply(request).isPresent());
    }

    @Override
    public void close() {
        context.close();
    }
}
