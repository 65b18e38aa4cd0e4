package io.sspr.reset.credential;

import io.sspr.contract.seal.AtRest;
import io.sspr.reset.Column;
import io.sspr.reset.hashing.Phc;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
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

    /** The hashes of the passwords before the current one, the last first; as many as there are and as asked for. */
    public List<Phc> former(UUID accountId, int most) {
        return jdbc.sql("""
                        select account_id, version, phc from previous_credentials
                         where account_id = ? order by version desc limit ?
                        """).param(accountId).param(most).query(this::phc).list();
    }

    /**
     * Saves the version after the current one; throws IllegalStateException if it is not.
     *
     * @param former how many hashes of passwords before it are kept
     */
    public void save(Credential next, int former) {
        jdbc.sql("""
                        insert into previous_credentials (account_id, version, phc, pepper)
                        select account_id, version, phc, pepper from credentials where account_id = ?
                        """).param(next.accountId()).update();
        jdbc.sql("delete from previous_credentials where account_id = ? and version < ?")
                .param(next.accountId())
                .param(next.version() - former)
                .update();
        int saved = jdbc.sql("""
                        insert into credentials
                               (account_id, version, phc, pepper, must_change, changed_at, sessions_invalid_before)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (account_id) do update
                           set version = excluded.version, phc = excluded.phc, pepper = excluded.pepper,
                               must_change = excluded.must_change,
                               changed_at = excluded.changed_at,
                               sessions_invalid_before = excluded.sessions_invalid_before
                         where credentials.version = excluded.version - 1
                        """)
                .param(next.accountId())
                .param(next.version())
                .param(encrypt(next.accountId(), next.version(), next.phc()))
                .param(next.phc().pepper())
                .param(next.mustChange())
                .param(Column.time(next.changedAt()))
                .param(Column.time(next.sessionsInvalidBefore()))
                .update();
        if (saved != 1) throw new IllegalStateException("version " + next.version() + " does not follow");
    }

    /** Another hash of the same password: not a new version. */
    public void rehash(UUID accountId, long version, Phc phc) {
        jdbc.sql("update credentials set phc = ?, pepper = ? where account_id = ? and version = ?")
                .param(encrypt(accountId, version, phc))
                .param(phc.pepper())
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

    /** Forgets the hashes that no rule asks for any more. */
    public void forgetFormer(int kept) {
        jdbc.sql("""
                        delete from previous_credentials p using credentials c
                         where c.account_id = p.account_id and p.version < c.version - ?
                        """).param(kept).update();
    }

    private Credential credential(ResultSet row, int number) throws SQLException {
        return new Credential(
                Column.uuid(row, "account_id"),
                row.getLong("version"),
                phc(row, number),
                row.getBoolean("must_change"),
                Column.instant(row, "changed_at"),
                Column.instant(row, "sessions_invalid_before"));
    }

    private Phc phc(ResultSet row, int number) throws SQLException {
        String context = context(Column.uuid(row, "account_id"), row.getLong("version"));
        String text = new String(atRest.decrypt(row.getBytes("phc"), context), StandardCharsets.US_ASCII);
        return Phc.readOwn(text).orElseThrow(() -> new IllegalStateException("a stored hash is not in PHC format"));
    }

    private byte[] encrypt(UUID accountId, long version, Phc phc) {
        return atRest.encrypt(phc.text().getBytes(StandardCharsets.US_ASCII), context(accountId, version));
    }

    private static String context(UUID accountId, long version) {
        return "credential/" + accountId + "/" + version;
    }
}
