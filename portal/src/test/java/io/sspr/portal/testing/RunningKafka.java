package io.sspr.portal.testing;

import io.sspr.contract.Client;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.MessageType;
import io.sspr.contract.Service;
import io.sspr.contract.Topic;
import io.sspr.contract.Topics;
import io.sspr.contract.Undecodable;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.contract.state.PublishedKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** The one broker of this JVM with the contract's topics; the test writes what the services would. */
public final class RunningKafka {

    /** The portal, as services know it. */
    public static final String CLIENT = "portal";

    private static final EmbeddedKafkaKraftBroker BROKER = broker();
    private static final Producer<byte[], byte[]> PRODUCER = producer(servers());

    static {
        makeTopics(servers());
    }

    private RunningKafka() {}

    /** {@code bootstrap.servers}. */
    public static String servers() {
        return BROKER.getBrokersAsString();
    }

    /** One more, to be stopped and started. */
    public static EmbeddedKafkaKraftBroker another() {
        EmbeddedKafkaKraftBroker broker = broker();
        makeTopics(broker.getBrokersAsString());
        return broker;
    }

    /** Takes it away, and leaves what is on it. */
    public static void stop(EmbeddedKafkaKraftBroker broker) {
        Objects.requireNonNull(broker.getCluster()).brokers().values().forEach(server -> {
            server.shutdown();
            server.awaitShutdown();
        });
    }

    /** Brings it back where it was. */
    public static void start(EmbeddedKafkaKraftBroker broker) {
        Objects.requireNonNull(broker.getCluster()).brokers().values().forEach(server -> server.startup());
    }

    /** Publishes the keys of the services that take requests. */
    public static void publishKeys(KeyMaterial keys, String servers) {
        try (Producer<byte[], byte[]> producer = producer(servers)) {
            for (Service service : List.of(Service.REGISTRATION, Service.RESET)) {
                Message published = new PublishedKeys(keys.signedKeySet(service.principal()));
                write(producer, Topics.keys(service), service.principal(), service, null, published);
            }
        }
    }

    /** Answers a request of the portal. */
    public static void answer(UUID request, Reply reply) {
        write(PRODUCER, Topics.replies(CLIENT), request.toString(), Service.RESET, request, reply);
    }

    /** Answers a request of the portal on that broker. */
    public static void answer(UUID request, Reply reply, String servers) {
        try (Producer<byte[], byte[]> producer = producer(servers)) {
            write(producer, Topics.replies(CLIENT), request.toString(), Service.RESET, request, reply);
        }
    }

    /** That request of the portal, for the test to answer; the portal does not wait until it has been sent. */
    public static Envelope<Message> awaitRequest(Service service, UUID id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> requests(service).stream()
                                .filter(one -> one.id().equals(id))
                                .findAny(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** The portal's requests to a service. */
    public static List<Envelope<Message>> requests(Service service) throws Undecodable {
        String topic = Topics.requests(service, CLIENT);
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(servers())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Envelope<Message>> found = new ArrayList<>();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L)))
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100)))
                    found.add(MessageCodec.decode(record.headers(), record.value()));
            return found;
        }
    }

    private static void write(
            Producer<byte[], byte[]> producer,
            String topic,
            String key,
            Service source,
            @Nullable UUID request,
            Message message) {
        Envelope<Message> envelope = new Envelope<>(
                UUID.randomUUID(), source.principal(), Instant.now(), null, null, null, request, null, null, message);
        RecordHeaders headers = new RecordHeaders();
        MessageCodec.headers(envelope)
                .forEach((name, text) -> headers.add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(new ProducerRecord<>(
                            topic, null, key.getBytes(StandardCharsets.UTF_8), MessageCodec.value(envelope), headers))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Producer<byte[], byte[]> producer(String servers) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String servers) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "fetch.max.wait.ms", 20),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static void makeTopics(String servers) {
        Client portal = new Client(
                CLIENT,
                Arrays.stream(MessageType.values())
                        .filter(MessageType::isRequest)
                        .collect(Collectors.toSet()));
        List<NewTopic> topics =
                Topics.all(List.of(portal)).stream().map(RunningKafka::made).toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(topics).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        // Made is not served yet. If a broker refuses the first batch of a producer and takes the second, the first can
        // never follow. A consumer asks until there is an answer.
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(servers)) {
            consumer.endOffsets(topics.stream()
                    .flatMap(topic -> IntStream.range(0, topic.numPartitions())
                            .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                    .toList());
        }
    }

    private static NewTopic made(Topic topic) {
        return new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings());
    }

    /** Keys as a deployment has them. */
    public static KeyMaterial keys(Path directory) {
        return new KeyMaterial(directory, Clock.systemUTC()).generate(List.of(CLIENT));
    }

    private static EmbeddedKafkaKraftBroker broker() {
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperties(Map.of(
                "auto.create.topics.enable", "false",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "2",
                "offsets.topic.num.partitions", "2",
                "group.initial.rebalance.delay.ms", "0",
                "log.cleaner.dedupe.buffer.size", "4194304"));
        broker.brokerListProperty("sspr.test.kafka");
        broker.afterPropertiesSet();
        // Not stopped at the end: the kit's own hook deletes its files while it would.
        return broker;
    }
}
