package io.sspr.notification.contact;

import io.sspr.contract.seal.AtRest;
import io.sspr.contract.state.MethodStatus;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Our copy of the addresses, which are encrypted. One that was removed stays for two days: whoever reads it must hear of
 * that, and the event may come later than the state.
 */
@Component
public class Contacts {

    private final JdbcClient database;
    private final AtRest atRest;

    Contacts(JdbcClient database, AtRest atRest) {
        this.database = database;
        this.atRest = atRest;
    }

    void isAt(UUID method, UUID account, Destination destination, MethodStatus status, @Nullable Integer importRank) {
        database.sql("""
                        insert into contacts (method_id, account_id, address, channel, status, import_rank, proven)
                        values (:method, :account, :address, :channel, :status, :rank,
                                :status in ('VERIFIED', 'QUARANTINED', 'LOCKED'))
                        on conflict (method_id) do update set
                            account_id = excluded.account_id,
                            address = excluded.address,
                            channel = excluded.channel,
                            status = excluded.status,
                            import_rank = excluded.import_rank,
                            -- One that was imported can be locked without ever having been proven.
                            proven = contacts.proven or excluded.status in ('VERIFIED', 'QUARANTINED'),
                            removed_at = null
                        """)
                .param("method", method)
                .param("account", account)
                .param("address", atRest.encrypt(destination.text().getBytes(StandardCharsets.UTF_8), context(method)))
                .param("channel", destination.channel().name())
                .param("status", status.name())
                .param("rank", importRank, Types.INTEGER)
                .update();
    }

    void isRemoved(UUID method) {
        database.sql("""
                        update contacts set status = 'REMOVED', removed_at = coalesce(removed_at, now())
                        where method_id = :method
                        """).param("method", method).update();
    }

    /** What is not to be kept any longer. */
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void forget() {
        database.sql("delete from contacts where removed_at < now() - interval '2 days'")
                .update();
    }

    /** Every address of an account, and those it has lost in the last two days; of the imported the preferred one first. */
    public List<Contact> of(UUID account) {
        return database.sql("select * from contacts where account_id = :account order by import_rank, method_id")
                .param("account", account)
                .query(this::contact)
                .list();
    }

    /** The address of a method that was ever proven, once it has come, and for two days after the method is gone. */
    public Optional<Destination> at(UUID method) {
        return database.sql("select * from contacts where method_id = :method and proven")
                .param("method", method)
                .query(this::contact)
                .optional()
                .map(Contact::destination);
    }

    private Contact contact(ResultSet row, int number) throws SQLException {
        UUID method = row.getObject("method_id", UUID.class);
        byte[] address = atRest.decrypt(row.getBytes("address"), context(method));
        Channel channel = Channel.valueOf(row.getString("channel"));
        return new Contact(
                method,
                Destination.parse(channel, new String(address, StandardCharsets.UTF_8))
                        .orElseThrow(),
                MethodStatus.valueOf(row.getString("status")),
                row.getBoolean("proven"));
    }

    /** An address that was moved to another row does not decrypt. */
    private static String context(UUID method) {
        return "contact/" + method;
    }
}
