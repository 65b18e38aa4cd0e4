package io.sspr.registration.kind.recovery;

import io.sspr.messaging.StaleFacts;
import io.sspr.registration.flow.FlowName;
import io.sspr.registration.kind.Proven;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rights to codes in place of used ones, by the flow that used them; gone with the set. */
@Component
public class Successors {

    private final JdbcClient database;

    Successors(JdbcClient database) {
        this.database = database;
    }

    Optional<Successor> of(FlowName flow) {
        return database.sql("""
                        SELECT account_id, method_id, flow_hash FROM recovery_successors
                        WHERE client = :client AND flow = :flow""")
                .param("client", flow.client())
                .param("flow", flow.flow())
                .query((row, number) -> new Successor(
                        row.getObject("account_id", UUID.class),
                        row.getObject("method_id", UUID.class),
                        row.getString("flow_hash")))
                .optional();
    }

    void add(Proven proven, Instant now) {
        database.sql("""
                        INSERT INTO recovery_successors (client, flow, flow_hash, account_id, method_id, used_at)
                        VALUES (:client, :flow, :flowHash, :account, :method, :now)
                        ON CONFLICT (client, flow) DO UPDATE SET flow_hash = EXCLUDED.flow_hash,
                            account_id = EXCLUDED.account_id, method_id = EXCLUDED.method_id,
                            used_at = EXCLUDED.used_at""")
                .param("client", proven.flow().client())
                .param("flow", proven.flow().flow())
                .param("flowHash", proven.flowHash())
                .param("account", proven.method().accountId())
                .param("method", proven.method().methodId())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** It is collected; throws {@link StaleFacts} if it is already. */
    void remove(FlowName flow) {
        int rows = database.sql("DELETE FROM recovery_successors WHERE client = :client AND flow = :flow")
                .param("client", flow.client())
                .param("flow", flow.flow())
                .update();
        if (rows != 1) throw new StaleFacts("a recovery code was collected meanwhile");
    }

    /** Forgets those that nobody collected by then; tells how many. */
    public int forget(Instant before) {
        return database.sql("DELETE FROM recovery_successors WHERE used_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
