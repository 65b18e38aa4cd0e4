package io.sspr.audit;

import io.sspr.contract.Client;
import io.sspr.contract.Topics;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.PolicyChanged;
import io.sspr.contract.event.SignedIn;
import io.sspr.contract.policy.Presets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** For a measurement: fills the topics of a broker with well-formed lives; arguments are its address and how many people. */
public final class ManyStories {

    private ManyStories() {}

    /** Writes them. */
    public static void main(String[] arguments) throws Exception {
        Map<String, Object> broker = Map.of("bootstrap.servers", arguments[0], "linger.ms", 20, "batch.size", 262144);
        int people = Integer.parseInt(arguments[1]);
        try (Admin admin = Admin.create(broker)) {
            admin.createTopics(Topics.all(List.<Client>of()).stream()
                            .map(topic ->
                                    new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()))
                            .toList())
                    .all()
                    .get();
        }
        long[] count = new long[1];
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(broker, new ByteArraySerializer(), new ByteArraySerializer())) {
            Stories stories = new Stories(Instant.parse("2026-01-01T00:00:00Z"), record -> {
                count[0]++;
                var ignored = producer.send(record);
            });
            stories.tell(new PolicyChanged(null, Presets.safe().inVersion(1)));
            stories.pass(Duration.ofMinutes(10));
            for (int i = 0; i < people; i++) live(new Somebody(stories));
        }
        System.out.println(count[0] + " events of " + people + " people");
    }

    private static void live(Somebody one) {
        one.settle();
        for (int i = 0; i < 8; i++) one.stories.tell(new SignedIn(one.id));
        one.reset();
        one.password(Cause.CHANGED, null);
        one.reset();
    }
}
