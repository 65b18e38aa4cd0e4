package io.sspr.notification.testing;

import static org.awaitility.Awaitility.await;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.Undecodable;
import io.sspr.contract.event.CodeDelivered;
import io.sspr.contract.event.DeliveryFailed;
import io.sspr.contract.event.Event;
import io.sspr.messaging.testing.RunningKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the service has told everybody. */
public final class Log {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Log() {}

    /** All events that concern the account, in their order. */
    public static List<Event> of(UUID account) {
        return of(List.of(account));
    }

    private static List<Event> of(List<UUID> accounts) {
        return envelopes().stream()
                .map(Envelope::message)
                .map(Event.class::cast)
                .filter(event -> accounts.contains(event.subject()))
                .toList();
    }

    /** The same, once there are as many. */
    public static List<Event> of(UUID account, int count) {
        return of(List.of(account), count);
    }

    /** All events that concern any of the accounts, once there are as many. */
    public static List<Event> of(List<UUID> accounts, int count) {
        return await().atMost(PATIENCE).until(() -> of(accounts), events -> events.size() >= count);
    }

    /** What is told of the delivery, once it is. */
    public static Envelope<Message> outcome(UUID delivery) {
        return await().atMost(PATIENCE)
                .until(
                        () -> envelopes().stream()
                                .filter(envelope -> isAbout(delivery, envelope.message()))
                                .toList(),
                        found -> !found.isEmpty())
                .get(0);
    }

    /** What is told of the deliveries, in the order of the log, once something is told of each. */
    public static List<Message> outcomes(List<UUID> deliveries) {
        return await().atMost(PATIENCE)
                .until(
                        () -> envelopes().stream()
                                .map(Envelope::message)
                                .filter(message -> deliveries.stream().anyMatch(one -> isAbout(one, message)))
                                .toList(),
                        found -> deliveries.stream()
                                .allMatch(one -> found.stream().anyMatch(message -> isAbout(one, message))));
    }

    private static boolean isAbout(UUID delivery, Message message) {
        if (message instanceof CodeDelivered delivered)
            return delivered.deliveryId().equals(delivery);
        return message instanceof DeliveryFailed failed && failed.deliveryId().equals(delivery);
    }

    private static List<Envelope<Message>> envelopes() {
        List<Envelope<Message>> envelopes = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> event : RunningKafka.read(Topics.events(Service.NOTIFICATION)))
            try {
                envelopes.add(MessageCodec.decode(event.headers(), event.value()));
            } catch (Undecodable e) {
                throw new IllegalStateException("an event does not decode", e);
            }
        return envelopes;
    }
}
