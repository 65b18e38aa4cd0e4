package io.sspr.reset.flow;

import io.sspr.contract.Purpose;
import io.sspr.contract.seal.FlowSecret;
import io.sspr.contract.secret.Origin;
import io.sspr.reset.account.Asker;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is settled when a reset or an unlock begins; to us the second is a run of the first that sets no password.
 *
 * @param resetId minted by us; events know the reset by it, and never by the flow
 * @param client the client it was requested through
 * @param flow that client's handle on it
 * @param flowHash SHA-256 of the secret that goes with the handle
 * @param asker whose password
 * @param purpose RESET or UNLOCK
 * @param gates different methods the policy asked for at that time
 * @param strongOnly whether the first method must be a strong one
 * @param at when
 * @param origin from where, for the notice; absent if the client does not tell, or the reset has ended
 */
record Beginning(
        UUID resetId,
        String client,
        UUID flow,
        String flowHash,
        Asker asker,
        Purpose purpose,
        int gates,
        boolean strongOnly,
        Instant at,
        @Nullable Origin origin) {

    boolean isUnlock() {
        return purpose == Purpose.UNLOCK;
    }

    boolean isOpenedBy(String flowSecret) {
        return FlowSecret.matches(flowSecret, flowHash);
    }
}
