package io.sspr.messaging;

import static org.awaitility.Awaitility.await;

import io.sspr.contract.MessageType;
import io.sspr.contract.Service;
import io.sspr.messaging.testing.RunningKafka;
import io.sspr.messaging.testing.RunningPostgres;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LatencyTests {
    @Test
    void measure() throws Exception {
        Script script = new Script();
        RunningKafka.deleteAllTopics();
        try (ServiceUnderTest service = ServiceUnderTest.of(Service.RESET, script, RunningPostgres.freshDatabase()).start()) {
            await().until(service::isUp);
            TestClient portal = new TestClient("portal", Service.RESET, ServiceUnderTest.KEYS);
            long[] handled = new long[1];
            script.on(MessageType.CANCEL_RESET, (m, w) -> {
                handled[0] = System.nanoTime();
                Script.cancelled(m, w);
            });
            List<Long> toHandle = new ArrayList<>();
            List<Long> all = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                long start = System.nanoTime();
                UUID id = portal.cancel(UUID.randomUUID());
                portal.answer(id);
                long end = System.nanoTime();
                if (i >= 50) {
                    toHandle.add((handled[0] - start) / 1000);
                    all.add((end - start) / 1000);
                }
                Thread.sleep(20);
            }
            report("send to handler", toHandle);
            report("send to reply", all);
            List<UUID> ids = new ArrayList<>();
            List<org.apache.kafka.clients.producer.ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
            for (int i = 0; i < 3000; i++) {
                UUID id = UUID.randomUUID();
                ids.add(id);
                records.add(portal.record(id, portal.cancelReset(id, UUID.randomUUID())));
            }
            long start = System.nanoTime();
            for (var r : records) portal.send(r);
            long sent = System.nanoTime();
            portal.answer(ids.get(ids.size() - 1));
            await().until(() -> portal.replies.all().size() == 3300);
            long end = System.nanoTime();
            System.out.println("3000 sent in ms " + (sent - start) / 1000000 + " answered in ms " + (end - start) / 1000000);
            portal.close();
        }
    }

    private static void report(String name, List<Long> values) {
        Collections.sort(values);
        System.out.println(name + " us p50 " + values.get(values.size() / 2) + " p90 " + values.get(values.size() * 9 / 10)
                + " p99 " + values.get(values.size() * 99 / 100) + " max " + values.get(values.size() - 1));
    }
}
