package io.sspr.torture;

import io.sspr.contract.Service;
import io.sspr.live.Mark;
import io.sspr.live.Search;
import io.sspr.torture.system.TorturedService;
import io.sspr.torture.system.TorturedSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Looks in all topics, tables and logs, and in the live heap of each instance, for what people typed. */
final class SecretsSearch {

    private SecretsSearch() {}

    /** A line for each place and kind of secret. */
    static Collection<String> places(TorturedSystem system, List<Mark> marks) throws IOException, SQLException {
        Search search = new Search(marks);
        // First, before anything else passes through the services.
        for (TorturedService service : system.services()) search.look("heap of " + service.name(), service.liveHeap());
        search.topics(system.cluster().bootstrapServers(), topic -> true);
        for (Service service : Service.values()) search.tables(system.database().loginOf(service));
        for (Path log : logs(system.settings().data())) search.log(log);
        return search.found();
    }

    private static List<Path> logs(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    // Not the logs that brokers keep their records in: what counts of them was read.
                    .filter(file -> !directory.relativize(file).toString().matches("kafka-[0-9]/.*"))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }
}
