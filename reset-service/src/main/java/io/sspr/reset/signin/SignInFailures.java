package io.sspr.reset.signin;

import io.sspr.reset.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts wrong passwords and knows the familiar origins, by account or decoy. */
@Component
public class SignInFailures {

    /** How many origins are familiar at a time; the one not seen for longest goes. */
    private static final int FAMILIAR_ORIGINS = 10;

    private final JdbcClient jdbc;

    SignInFailures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether somebody has signed in from there lately; an origin that the client does not tell is never familiar. */
    public boolean isFamiliar(UUID asker, @Nullable String origin) {
        return jdbc.sql("select count(*) from familiar_origins where account_id = ? and origin_hmac = ?")
                        .param(asker)
                        .param(origin == null ? "" : origin)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** What counts for a sign-in from that origin. */
    public Failures of(UUID asker, @Nullable String origin) {
        boolean familiar = isFamiliar(asker, origin);
        List<Failures> both = jdbc.sql("select * from sign_in_failures where account_id = ?")
                .param(asker)
                .query(SignInFailures::failures)
                .list();
        Failures failures = both.stream()
                .filter(each -> each.familiar() == familiar)
                .findAny()
                .orElse(Failures.none(familiar));
        Instant toldAt = both.stream()
                .map(Failures::toldAt)
                .flatMap(Stream::ofNullable)
                .max(Instant::compareTo)
                .orElse(null);
        return toldAt == null ? failures : failures.told(toldAt);
    }

    /** Saves them, if there is anything new. */
    public void save(UUID asker, Failures before, Failures failures, Instant now) {
        if (failures.equals(before)) return;
        Instant lastAt = failures.lastAt();
        jdbc.sql("""
                        insert into sign_in_failures
                               (account_id, familiar, failures, locked_until, last_at, remembered, told_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (account_id, familiar) do update
                           set failures = excluded.failures, locked_until = excluded.locked_until,
                               last_at = excluded.last_at, remembered = excluded.remembered, told_at = excluded.told_at
                        """)
                .param(asker)
                .param(failures.familiar())
                .param(failures.count())
                .param(Column.optionalTime(failures.lockedUntil()))
                .param(Column.time(lastAt == null ? now : lastAt))
                .param(String.join(" ", failures.remembered()))
                .param(Column.optionalTime(failures.toldAt()))
                .update();
    }

    /** The right password from there: it counts from nothing again, and the origin is familiar from now on. */
    public void succeed(UUID accountId, Failures failures, @Nullable String origin, Instant now) {
        jdbc.sql("delete from sign_in_failures where account_id = ? and familiar = ?")
                .param(accountId)
                .param(failures.familiar())
                .update();
        if (origin == null) return;
        jdbc.sql("""
                        insert into familiar_origins (account_id, origin_hmac, last_at) values (?, ?, ?)
                        on conflict (account_id, origin_hmac) do update set last_at = excluded.last_at
                        """).param(accountId).param(origin).param(Column.time(now)).update();
        jdbc.sql("""
                        delete from familiar_origins where account_id = ? and origin_hmac in
                               (select origin_hmac from familiar_origins where account_id = ?
                                 order by last_at desc offset ?)
                        """).param(accountId).param(accountId).param(FAMILIAR_ORIGINS).update();
    }

    /** A new password counts from nothing. */
    public void clear(UUID accountId) {
        jdbc.sql("delete from sign_in_failures where account_id = ?")
                .param(accountId)
                .update();
    }

    /** No origin is familiar any more. */
    public void forgetOrigins(UUID accountId) {
        jdbc.sql("delete from familiar_origins where account_id = ?")
                .param(accountId)
                .update();
    }

    /** Forgets failures and origins that were not seen since then. */
    public void forget(Instant failuresBefore, Instant originsBefore) {
        jdbc.sql("delete from sign_in_failures where last_at < ? and (locked_until is null or locked_until < ?)")
                .param(Column.time(failuresBefore))
                .param(Column.time(failuresBefore))
                .update();
        jdbc.sql("delete from familiar_origins where last_at < ?")
                .param(Column.time(originsBefore))
                .update();
    }

    private static Failures failures(ResultSet row, int number) throws SQLException {
        return new Failures(
                row.getBoolean("familiar"),
                row.getInt("failures"),
                Column.optionalInstant(row, "locked_until"),
                Column.instant(row, "last_at"),
                Stream.of(row.getString("remembered").split(" "))
                        .filter(mark -> !mark.isEmpty())
                        .toList(),
                Column.optionalInstant(row, "told_at"));
    }
}
