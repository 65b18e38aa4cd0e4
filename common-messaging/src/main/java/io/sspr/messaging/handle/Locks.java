package io.sspr.messaging.handle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;

/** PostgreSQL's advisory locks by name, held until the end of the transaction. */
final class Locks {

    /** All in one order, so that no two transactions wait for each other in a circle. */
    private static final String TAKE = """
            select set_config('idle_in_transaction_session_timeout', '30s', true),
                   (select count(pg_advisory_xact_lock(name)) from unnest(?::bigint[]) as name)""";

    private final JdbcTemplate jdbc;

    Locks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes them; a statement of its own, for only what is read after it is up to date. */
    void take(Collection<String> names) {
        long[] hashes =
                names.stream().mapToLong(Locks::hash).sorted().distinct().toArray();
        // The time limit frees what a hung instance holds.
        jdbc.query(TAKE, row -> {}, hashes);
    }

    /** 64 bits: two names that meet only wait for each other needlessly. */
    private static long hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
