package io.sspr.reset.credential;

import io.sspr.contract.seal.AtRest;
import io.sspr.reset.Column;
import io.sspr.reset.hashing.Phc;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The credentials. Their hashes are encrypted as well, which is the keyed step that NIST SP 800-63B-4 3.1.1.2 asks for,
 * and bound to account and version, so that none can be put in another's place.
 */
@Component
public class Credentials {

    /** How many hashes before the current one are kept. */
    static final int REMEMBERED = 5;

    private final JdbcClient jdbc;
    private final AtRest atRest;

    Credentials(JdbcClient jdbc, AtRest atRest) {
        this.jdbc = jdbc;
        this.atRest = atRest;
    }

    /** The current credential of an account, if it has one. */
    public Optional<Credential> find(UUID accountId) {
        return jdbc.sql("""
                        select account_id, version, phc, must_change, changed_at, sessions_invalid_before
                          from credentials where account_id = ?
                        """).param(accountId).query(this::credential).optional();
    }

    /** Saves the version after the current one; throws IllegalStateException if it is not. */
    public void save(Credential next) {
        jdbc.sql("""
                        insert into previous_credentials (account_id, version, phc)
                        select account_id, version, phc from credentials where account_id = ?
                        """).param(next.accountId()).update();
        jdbc.sql("delete from previous_credentials where account_id = ? and version < ?")
                .param(next.accountId())
                .param(next.version() - REMEMBERED)
                .update();
        int saved = jdbc.sql("""
                        insert into credentials
                               (account_id, version, phc, must_change, changed_at, sessions_invalid_before)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (account_id) do update
                           set version = excluded.version, phc = excluded.phc, must_change = excluded.must_change,
                               changed_at = excluded.changed_at,
                               sessions_invalid_before = excluded.sessions_invalid_before
                         where credentials.version = excluded.version - 1
                        """)
                .param(next.accountId())
                .param(next.version())
                .param(encrypt(next.accountId(), next.version(), next.phc()))
                .param(next.mustChange())
                .param(Column.time(next.changedAt()))
                .param(Column.time(next.sessionsInvalidBefore()))
                .update();
        if (saved != 1) throw new IllegalStateException("version " + next.version() + " does not follow");
    }

    /** Another hash of the same password: not a new version. */
    public void rehash(UUID accountId, long version, Phc phc) {
        jdbc.sql("update credentials set phc = ? where account_id = ? and version = ?")
                .param(encrypt(accountId, version, phc))
                .param(accountId)
                .param(version)
                .update();
    }

    /** The password must be changed before anything else; not a new version, for it is the same password. */
    public void demandChange(UUID accountId) {
        jdbc.sql("update credentials set must_change = true where account_id = ?")
                .param(accountId)
                .update();
    }

    /** Sessions until now are void; not a new version either. */
    public void voidSessions(UUID accountId, Instant now) {
        jdbc.sql("update credentials set sessions_invalid_before = ? where account_id = ?")
                .param(Column.time(now))
                .param(accountId)
                .update();
    }

    private Credential credential(ResultSet row, int number) throws SQLException {
        UUID accountId = Column.uuid(row, "account_id");
        long version = row.getLong("version");
        String phc =
                new String(atRest.decrypt(row.getBytes("phc"), context(accountId, version)), StandardCharsets.US_ASCII);
        return new Credential(
                accountId,
                version,
                Phc.read(phc).orElseThrow(() -> new IllegalStateException("a stored hash is not in PHC format")),
                row.getBoolean("must_change"),
                Column.instant(row, "changed_at"),
                Column.instant(row, "sessions_invalid_before"));
    }

    private byte[] encrypt(UUID accountId, long version, Phc phc) {
        return atRest.encrypt(phc.text().getBytes(StandardCharsets.US_ASCII), context(accountId, version));
    }

    private static String context(UUID accountId, long version) {
        return "credential/" + accountId + "/" + version;
    }
}
