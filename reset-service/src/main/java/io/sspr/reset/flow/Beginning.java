package io.sspr.reset.flow;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.policy.Terms;
import io.sspr.contract.seal.FlowSecret;
import io.sspr.contract.secret.Origin;
import io.sspr.reset.account.Asker;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is settled when a reset or an unlock begins; to us the second is a run of the first that sets no password.
 *
 * @param resetId minted by us; events know the reset by it, and never by the flow
 * @param client the client it was requested through
 * @param flow that client's handle on it
 * @param flowHash SHA-256 of the secret that goes with the handle
 * @param asker whose password; a decoy too where somebody is known who is not eligible
 * @param inVainFor the account of who is not eligible: it is told, and nothing else comes of it
 * @param purpose RESET or UNLOCK
 * @param terms what the policy came to for the person at that time
 * @param importedCount whether the policy let addresses serve that nobody had proven
 * @param shown kinds that were on offer at first: not more than those, nor do they tell who is who
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
        @Nullable UUID inVainFor,
        Purpose purpose,
        Terms terms,
        boolean importedCount,
        List<MethodKind> shown,
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
