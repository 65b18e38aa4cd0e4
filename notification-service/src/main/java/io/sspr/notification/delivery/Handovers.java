package io.sspr.notification.delivery;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down how far a text message has got, before and after each word with the gateway, so that a crash is noticed. */
@Component
class Handovers {

    private final JdbcClient database;

    Handovers(JdbcClient database) {
        this.database = database;
    }

    /** The gateway is about to be asked; false if the claim was lost to another instance, and it must not be. */
    boolean asks(Claim claim) {
        return database.sql("""
                                update deliveries set sends = sends + 1, in_doubt = true, gateway_id = null
                                where id = :id and attempts = :attempt and ended_at is null
                                """)
                        .param("id", claim.delivery().id())
                        .param("attempt", claim.attempt())
                        .update()
                == 1;
    }

    /** The gateway has it. */
    void isTaken(Claim claim, String gatewayId) {
        answered(claim, gatewayId, 0);
    }

    /** The gateway does not have it any more. */
    void isNotTaken(Claim claim) {
        answered(claim, null, 0);
    }

    /** The gateway never had it, so that it was not sent. */
    void isRefused(Claim claim) {
        answered(claim, null, 1);
    }

    private void answered(Claim claim, @Nullable String gatewayId, int notSent) {
        // Also when the claim was lost: the answer is true whoever works on it now.
        database.sql("""
                        update deliveries
                        set in_doubt = false,
                            sends = sends - :notSent,
                            gateway_id = :gateway::text,
                            sent_at = case when :gateway::text is null then sent_at else coalesce(sent_at, now()) end
                        where id = :id
                        """)
                .param("notSent", notSent)
                .param("gateway", gatewayId)
                .param("id", claim.delivery().id())
                .update();
    }
}
