package io.sspr.portal.testing;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.contract.state.PublishedKeys;
import io.sspr.portal.Portal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** The portal as it is, over a broker of this JVM on whose log the test stands in the services' place. */
public final class RunningPortal implements AutoCloseable {

    private static final String CLIENT = "portal";
    private static final EmbeddedKafkaKraftBroker BROKER = start();
    private static final Producer<byte[], byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", BROKER.getBrokersAsString(), "linger.ms", 0),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    private final URI base;
    private final ConfigurableApplicationContext context;

    /** Starts it with these settings besides those that it needs. */
    public RunningPortal(Path directory, Map<String, String> settings) throws IOException {
        int port = freePort();
        base = URI.create("http://127.0.0.1:" + port);
        KeyMaterial keys = new KeyMaterial(directory.resolve("secrets"), Clock.systemUTC()).generate(List.of(CLIENT));
        for (Service service : List.of(Service.RESET, Service.REGISTRATION))
            write(Topics.keys(service), service, null, new PublishedKeys(keys.signedKeySet(service.principal())));
        Path cookieKey = Files.writeString(directory.resolve("cookie.key"), "A".repeat(43));
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.name=portal",
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--sspr.portal.base-url=" + base,
                "--sspr.portal.kafka=" + BROKER.getBrokersAsString(),
                "--sspr.portal.anchor=" + keys.anchorThumbprint(),
                "--sspr.portal.secrets=" + directory.resolve("secrets"),
                "--sspr.portal.cookie-keys=" + cookieKey));
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        context = new SpringApplicationBuilder(Portal.class).run(arguments.toArray(String[]::new));
    }

    /** Where it is. */
    public URI base() {
        return base;
    }

    /** A part of it. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Answers a request of its. */
    public void answer(UUID request, Reply reply) {
        write(Topics.replies(CLIENT), Service.RESET, request, reply);
    }

    private static void write(String topic, Service writer, @Nullable UUID correlation, Message message) {
        Envelope<Message> envelope = new Envelope<>(
                UUID.randomUUID(),
                writer.principal(),
                Instant.now(),
                null,
                null,
                null,
                correlation,
                null,
                null,
                message);
        byte[] key = writer.principal().getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key, MessageCodec.value(envelope));
        MessageCodec.headers(envelope)
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            PRODUCER.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** One that nothing listens on. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static EmbeddedKafkaKraftBroker start() {
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(
                1,
                1,
                Topics.replies(CLIENT),
                Topics.keys(Service.RESET),
                Topics.keys(Service.REGISTRATION),
                Topics.requests(Service.RESET, CLIENT),
                Topics.requests(Service.REGISTRATION, CLIENT));
        broker.brokerProperties(Map.of(
                "auto.create.topics.enable", "false",
                "offsets.topic.num.partitions", "1",
                "log.cleaner.dedupe.buffer.size", "4194304"));
        broker.afterPropertiesSet();
        // Not stopped at the end: the kit's own hook deletes its files while it would.
        return broker;
    }

    @Override
    public void close() {
        context.close();
    }
}
