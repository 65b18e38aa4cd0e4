package io.sspr.registration.verification;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Resets that have ended, for the verifications of theirs that are still on their way here. */
@Component
public class EndedResets {

    private final JdbcClient database;

    EndedResets(JdbcClient database) {
        this.database = database;
    }

    static String lock(UUID resetId) {
        return "reset:" + resetId;
    }

    boolean contains(UUID resetId) {
        return database.sql("SELECT count(*) FROM ended_resets WHERE reset_id = :id")
                        .param("id", resetId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void add(UUID resetId, Instant now) {
        database.sql("INSERT INTO ended_resets (reset_id, ended_at) VALUES (:id, :now) ON CONFLICT DO NOTHING")
                .param("id", resetId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets those that ended by then; tells how many. */
    public int forget(Instant before) {
        return database.sql("DELETE FROM ended_resets WHERE ended_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
