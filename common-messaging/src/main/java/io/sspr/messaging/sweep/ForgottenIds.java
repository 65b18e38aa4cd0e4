package io.sspr.messaging.sweep;

import io.sspr.contract.Client;
import io.sspr.contract.Topic;
import io.sspr.contract.Topics;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;

/** Deletes request ids that their topic has forgotten, too: a day after its retention. */
final class ForgottenIds {

    private static final int MOST = 5000;

    private final JdbcTemplate jdbc;
    private final Duration kept;
    private final Clock clock;

    ForgottenIds(JdbcTemplate jdbc, Collection<Client> clients, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        long longest = Topics.all(clients).stream()
                .filter(topic -> topic.kind() == Topic.Kind.REQUESTS)
                .mapToLong(topic -> Long.parseLong(topic.settings().getOrDefault("retention.ms", "0")))
                .max()
                .orElse(0);
        this.kept = Duration.ofMillis(longest).plusDays(1);
    }

    /** Some at a time, for no statement to be long. */
    void run() {
        Timestamp before = Timestamp.from(clock.instant().minus(kept));
        String some = "delete from requests where (client, request_id) in "
                + "(select client, request_id from requests where received_at < ? limit ?)";
        int deleted;
        do {
            deleted = jdbc.update(some, before, MOST);
        } while (deleted == MOST);
    }
}
