package io.sspr.bench;

import io.sspr.client.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What the records of a reset cost at the least: as many and as large ones, in transactions of the same size, written by one
 * producer and read by one consumer that do nothing else.
 *
 * @param broker milliseconds of its processor
 * @param clients milliseconds of the producer's and the consumer's
 */
record RawLog(double broker, double clients) {

    private static final String TOPIC = "bench.floor";
    private static final int PARTITIONS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration MEASURED = Duration.ofSeconds(3);

    /** Nothing else may use the broker meanwhile, nor this process. */
    static RawLog measure(BenchSystem system, Work work) throws Exception {
        system.admin()
                .createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                .all()
                .get();
        String bootstrap = system.broker().bootstrapServers();
        try (KafkaProducer<byte[], byte[]> producer = ScratchProducer.connect(bootstrap);
                KafkaConsumer<byte[], byte[]> consumer = Connection.consumer(bootstrap)) {
            consumer.assign(Connection.partitions(consumer, TOPIC));
            consumer.seekToBeginning(consumer.assignment());
            AtomicLong read = new AtomicLong();
            AtomicLong wanted = new AtomicLong(Long.MAX_VALUE);
            CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
                while (read.get() < wanted.get())
                    read.addAndGet(consumer.poll(Duration.ofMillis(100)).count());
            });
            long before = write(producer, work, WARM_UP);
            Duration broker = ProcessTimes.of(system.broker().pid());
            Duration self = ProcessTimes.of(ProcessHandle.current().pid());
            long records = write(producer, work, MEASURED);
            wanted.set(before + records);
            reading.get();
            double resets = records / work.records();
            return new RawLog(
                    millis(ProcessTimes.of(system.broker().pid()).minus(broker)) / resets,
                    millis(ProcessTimes.of(ProcessHandle.current().pid()).minus(self)) / resets);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit throws what went wrong
    private static long write(KafkaProducer<byte[], byte[]> producer, Work work, Duration length)
            throws ExecutionException, InterruptedException {
        byte[] value = new byte[(int) (work.recordBytes() / work.records())];
        new Random(1).nextBytes(value);
        Portions portions = new Portions(work.records() / work.kafkaTransactions());
        long records = 0;
        for (long begin = System.nanoTime(); System.nanoTime() - begin < length.toNanos(); ) {
            int size = portions.next();
            if (size == 0) continue;
            producer.beginTransaction();
            for (int i = 0; i < size; i++)
                producer.send(new ProducerRecord<>(TOPIC, (int) (records++ % PARTITIONS), null, value));
            producer.commitTransaction();
        }
        return records;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
