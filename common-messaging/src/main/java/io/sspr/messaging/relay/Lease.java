package io.sspr.messaging.relay;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The one right to relay, by the database's clock. It elects only: that a former holder can do no harm is Kafka's
 * fencing, and that every statement here names the epoch.
 */
final class Lease {

    /** Of the session lock that tells at once when the holder's connection is gone. */
    private static final long LOCK = 0x73737072_72656c79L;

    private static final String TAKE = """
            update relay_lease
            set holder = ?, epoch = epoch + 1, expires_at = clock_timestamp() + ? * interval '1 ms', locked = ?
            where expires_at < clock_timestamp() or (? and locked)
            returning epoch, batch, database_id""";

    private static final String RENEW = """
            update relay_lease set expires_at = clock_timestamp() + ? * interval '1 ms', locked = ?
            where holder = ? and epoch = ?""";

    private static final String READ = """
            select id, topic, record_key, headers, payload,
                   (extract(epoch from clock_timestamp() - created_at) * 1000)::bigint as age
            from (select *, sum(coalesce(octet_length(payload), 0)) over (order by id) as bytes,
                         row_number() over (order by id) as position
                  from (select * from outbox order by id limit ?) oldest) sized
            where bytes <= 4194304 or position = 1
            order by id""";

    private static final String FINISH = """
            with finished as (
                update relay_lease set batch = ?, expires_at = clock_timestamp() + ? * interval '1 ms'
                where holder = ? and epoch = ? and batch = ? - 1
                returning batch)
            delete from outbox where id = any(?) and exists (select from finished)""";

    private final JdbcTemplate jdbc;
    private final String holder;
    private final long millis;
    private final long epoch;
    private final UUID databaseId;
    private long batch;
    private boolean locked;

    private Lease(JdbcTemplate jdbc, String holder, long millis, boolean locked, long epoch, long batch, UUID id) {
        this.jdbc = jdbc;
        this.holder = holder;
        this.millis = millis;
        this.locked = locked;
        this.epoch = epoch;
        this.batch = batch;
        this.databaseId = id;
    }

    /**
     * Empty while another one leads. It is free when it has run out, or when the holder had the lock and has it no more;
     * a holder that took over from one that hangs with its connection alive has none.
     */
    static Optional<Lease> take(JdbcTemplate jdbc, String holder, Duration length) {
        boolean locked = tryLock(jdbc);
        long millis = length.toMillis();
        List<Lease> taken = jdbc.query(
                TAKE,
                (row, n) -> new Lease(
                        jdbc,
                        holder,
                        millis,
                        locked,
                        row.getLong("epoch"),
                        row.getLong("batch"),
                        row.getObject("database_id", UUID.class)),
                holder,
                millis,
                locked,
                locked);
        if (taken.isEmpty() && locked) jdbc.query("select pg_advisory_unlock(?)", row -> {}, LOCK);
        return taken.stream().findFirst();
    }

    long epoch() {
        return epoch;
    }

    long batch() {
        return batch;
    }

    UUID databaseId() {
        return databaseId;
    }

    /** Whether others take over at once when our connection is gone; if not, a renewal tries to get there. */
    boolean isLocked() {
        return locked;
    }

    /** Throws if another one leads. */
    void renew() {
        if (!locked) locked = tryLock(jdbc);
        if (jdbc.update(RENEW, millis, locked, holder, epoch) != 1) throw lost();
    }

    List<PendingRow> oldest(int most) {
        return jdbc.query(READ, PendingRow::of, most);
    }

    Checkpoint next(List<PendingRow> rows) {
        return new Checkpoint(
                databaseId, epoch, batch + 1, rows.stream().map(PendingRow::id).toList());
    }

    /** Deletes rows that are on Kafka, and counts the batch; throws if another one leads, and then deletes nothing. */
    void finish(List<Long> rows) {
        int deleted = jdbc.update(
                FINISH,
                batch + 1,
                millis,
                holder,
                epoch,
                batch + 1,
                rows.stream().mapToLong(Long::longValue).toArray());
        if (deleted != rows.size()) throw lost();
        batch++;
    }

    /** Whether the rows are all there. */
    boolean has(List<Long> rows) {
        long[] ids = rows.stream().mapToLong(Long::longValue).toArray();
        Long found = jdbc.queryForObject("select count(*) from outbox where id = any(?)", Long.class, ids);
        return found != null && found == rows.size();
    }

    /** Lets others take over at once. */
    void release() {
        jdbc.update(
                "update relay_lease set expires_at = '-infinity', locked = false where holder = ? and epoch = ?",
                holder,
                epoch);
    }

    private static boolean tryLock(JdbcTemplate jdbc) {
        return Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_lock(?)", Boolean.class, LOCK));
    }

    private static RuntimeException lost() {
        return new IllegalStateException("another relay leads");
    }
}
