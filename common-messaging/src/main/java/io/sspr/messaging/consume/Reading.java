package io.sspr.messaging.consume;

import io.micrometer.core.instrument.MeterRegistry;
import io.sspr.contract.Client;
import io.sspr.contract.Service;
import io.sspr.contract.Topic;
import io.sspr.contract.Topics;
import io.sspr.messaging.broker.ClientSettings;
import io.sspr.messaging.handle.BatchProcessor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** All that a service reads: copies of state topics first, then its work. */
public final class Reading {

    private static final Logger log = LoggerFactory.getLogger(Reading.class);
    private static final Duration STOP_TIME = Duration.ofSeconds(10);

    private final Map<String, ReadingGroup> groups = new LinkedHashMap<>();
    private final Positions positions;
    private final List<TopicPartition> partitions;

    /** For one service. */
    public Reading(
            Service service,
            Collection<Client> clients,
            BatchProcessor processor,
            JdbcTemplate jdbc,
            ClientSettings settings,
            int maxPollRecords,
            MeterRegistry registry) {
        positions = new Positions(jdbc);
        List<String> copied = Topics.copiedBy(service);
        List<String> worked = Topics.workedBy(service, clients);
        List<TopicPartition> copies = partitions(copied, clients);
        partitions = new ArrayList<>(partitions(worked, clients));
        partitions.addAll(copies);
        Map<String, List<String>> topics = new LinkedHashMap<>();
        if (!copied.isEmpty()) topics.put("copies", copied);
        topics.put("work", worked);
        topics.forEach((purpose, names) -> {
            String group = service.principal() + "." + purpose;
            CopiesBarrier barrier = new CopiesBarrier(positions, purpose.equals("work") ? copies : List.of());
            Patience patience = new Patience(group);
            TopicReader reader = new TopicReader(positions, barrier, processor, patience);
            groups.put(
                    purpose,
                    new ReadingGroup(
                            group, names, settings.groupReader(group, maxPollRecords), reader, patience, registry));
        });
    }

    /** Enters where everything begins, if nothing was ever read. */
    public void begin(Admin admin) throws ExecutionException, InterruptedException {
        if (!positions.isFirstStart()) return;
        Map<TopicPartition, OffsetSpec> earliest = new HashMap<>();
        for (TopicPartition partition : partitions) earliest.put(partition, OffsetSpec.earliest());
        Map<TopicPartition, Long> begins = new HashMap<>();
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> found :
                admin.listOffsets(earliest).all().get().entrySet())
            begins.put(found.getKey(), found.getValue().offset());
        positions.begin(begins);
    }

    /** Starts to read. */
    public void start() {
        groups.values().forEach(ReadingGroup::start);
    }

    /** Stops after the batches at hand. */
    public void stop() {
        CountDownLatch stopped = new CountDownLatch(groups.size());
        groups.values().forEach(group -> group.stop(stopped));
        try {
            if (!stopped.await(STOP_TIME.toMillis(), TimeUnit.MILLISECONDS))
                log.warn("A batch at hand is left to its fate");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How each group is doing, by its purpose. */
    public Map<String, ReaderStatus> status() {
        Map<String, ReaderStatus> status = new LinkedHashMap<>();
        groups.forEach((purpose, group) -> status.put(purpose, group.status()));
        return status;
    }

    private static List<TopicPartition> partitions(List<String> names, Collection<Client> clients) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic topic : Topics.all(clients))
            if (names.contains(topic.name()))
                for (int i = 0; i < topic.partitions(); i++) partitions.add(new TopicPartition(topic.name(), i));
        return partitions;
    }
}
