package io.sspr.registration.verification;

import io.sspr.messaging.StaleFacts;
import io.sspr.registration.flow.FlowName;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The verifications. Every change names the state that it was decided on and throws {@link StaleFacts} if that has
 * passed, so that no two decisions are made on one state, whoever makes them.
 */
@Component
public class Verifications {

    private final JdbcClient database;

    Verifications(JdbcClient database) {
        this.database = database;
    }

    /** The one that began last in a flow. */
    public Optional<Verification> latestOf(FlowName flow) {
        return database.sql("""
                        SELECT * FROM verifications WHERE client = :client AND flow = :flow
                        ORDER BY position DESC LIMIT 1""")
                .param("client", flow.client())
                .param("flow", flow.flow())
                .query(VerificationRow.MAPPER)
                .optional();
    }

    /** The one of that id. */
    public Optional<Verification> find(UUID id) {
        return database.sql("SELECT * FROM verifications WHERE verification_id = :id")
                .param("id", id)
                .query(VerificationRow.MAPPER)
                .optional();
    }

    /** Those that still await a proof for a reset. */
    List<Verification> openOf(UUID resetId) {
        return database.sql("SELECT * FROM verifications WHERE reset_id = :reset AND status = 'OPEN'")
                .param("reset", resetId)
                .query(VerificationRow.MAPPER)
                .list();
    }

    /** Those that still await a proof of some account. */
    public List<Verification> openOfAccount(UUID accountId) {
        return database.sql("SELECT * FROM verifications WHERE account_id = :account AND status = 'OPEN'")
                .param("account", accountId)
                .query(VerificationRow.MAPPER)
                .list();
    }

    /** Some whose time is up, but none that somebody is just changing. */
    public List<Verification> overdue(Instant now, int most) {
        return database.sql("""
                        SELECT * FROM verifications WHERE status = 'OPEN' AND expires_at <= :now
                        ORDER BY expires_at LIMIT :most FOR UPDATE SKIP LOCKED""")
                .param("now", utc(now))
                .param("most", most)
                .query(VerificationRow.MAPPER)
                .list();
    }

    /** Keeps a new one. */
    void add(Verification verification) {
        Target target = verification.target();
        Occasion occasion = verification.occasion();
        Progress progress = verification.progress();
        database.sql("""
                        INSERT INTO verifications (verification_id, client, flow, flow_hash, decoy,
                            account_id, method_id, counted_as, kind, purpose, reset_id, locale, status, attempts,
                            round, expires_at, not_beyond, resend_at, code_hmac, pending_encrypted,
                            signed_in_at, begun_at, replaces)
                        VALUES (:id, :client, :flow, :flowHash, :decoy, :account, :method, :countedAs, :kind,
                            :purpose, :reset, :locale, :status, :attempts, :round, :expiresAt, :notBeyond,
                            :resendAt, :codeHmac, :pending, :signedInAt, :begunAt, :replaces)""")
                .param("id", verification.id())
                .param("client", verification.flow().client())
                .param("flow", verification.flow().flow())
                .param("flowHash", verification.flowHash())
                .param("decoy", target.decoy())
                .param("account", target.accountId())
                .param("method", target.methodId())
                .param("countedAs", target.countedAs())
                .param("kind", target.kind().name())
                .param("purpose", target.purpose().name())
                .param("reset", target.resetId())
                .param("locale", verification.locale())
                .param("status", progress.status().name())
                .param("attempts", progress.attempts())
                .param("round", progress.round())
                .param("expiresAt", utc(progress.expiresAt()))
                .param("notBeyond", utc(progress.notBeyond()))
                .param("resendAt", utc(progress.resendAt()))
                .param("codeHmac", verification.secrets().codeHmac())
                .param("pending", verification.secrets().pending())
                .param("signedInAt", utc(occasion == null ? null : occasion.signedInAt()))
                .param("begunAt", utc(occasion == null ? null : occasion.begunAt()))
                .param("replaces", occasion == null ? null : occasion.replaces())
                .update();
    }

    /** Keeps one attempt more; before anything is compared, so that no attempt is ever free. */
    void count(Verification before, Progress counted) {
        changed(database.sql("""
                        UPDATE verifications SET attempts = :counted
                        WHERE verification_id = :id AND status = 'OPEN' AND attempts = :attempts AND round = :round""")
                .param("id", before.id())
                .param("counted", counted.attempts())
                .param("attempts", before.progress().attempts())
                .param("round", before.progress().round())
                .update());
    }

    /** Keeps a new code in place of the old one. */
    void renew(Verification before, Verification renewed) {
        changed(database.sql("""
                        UPDATE verifications SET round = :next, expires_at = :expiresAt, resend_at = :resendAt,
                            code_hmac = :codeHmac
                        WHERE verification_id = :id AND status = 'OPEN' AND round = :round""")
                .param("id", before.id())
                .param("next", renewed.progress().round())
                .param("expiresAt", utc(renewed.progress().expiresAt()))
                .param("resendAt", utc(renewed.progress().resendAt()))
                .param("codeHmac", renewed.secrets().codeHmac())
                .param("round", before.progress().round())
                .update());
    }

    /** Keeps an end; its secrets go. */
    public void finish(Verification over, Instant now) {
        changed(database.sql("""
                        UPDATE verifications SET status = :status, ended_at = :now, code_hmac = NULL,
                            pending_encrypted = NULL
                        WHERE verification_id = :id AND status = 'OPEN'""")
                .param("id", over.id())
                .param("status", over.progress().status().name())
                .param("now", utc(now))
                .update());
    }

    /** Forgets those that were over by then; tells how many. */
    public int forget(Instant before) {
        return database.sql("DELETE FROM verifications WHERE status <> 'OPEN' AND ended_at < :before")
                .param("before", utc(before))
                .update();
    }

    private static void changed(int rows) {
        if (rows != 1) throw new StaleFacts("a verification was changed meanwhile");
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
