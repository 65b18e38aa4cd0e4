package io.sspr.registration.kind;

import io.sspr.contract.ContractJson;
import io.sspr.contract.MessageType;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.seal.Sealer;
import io.sspr.contract.secret.MethodEntry;
import io.sspr.contract.secret.Secret;
import io.sspr.registration.flow.FlowName;
import io.sspr.registration.protection.ReplyKey;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A person's wish for one more method.
 *
 * @param entry what the person said of it
 * @param login of the person, to be shown beside a secret
 * @param flow that it begins
 * @param requestId what it is answered under
 * @param at when it was asked for
 */
public record Registration(MethodEntry entry, String login, FlowName flow, UUID requestId, Instant at) {

    /** A key to seal the answer to; empty if the person's front end gave none that can be used. */
    public Optional<Sealer> toFrontEnd() {
        return Optional.ofNullable(entry.replyKey()).flatMap(ReplyKey::sealer);
    }

    /** Sealed for the answer of that type. */
    public Sealed seal(Sealer toFrontEnd, Secret secret, MessageType carrier) {
        SealContext context = new SealContext(flow.client(), carrier.wireName(), requestId, flow.flow());
        return toFrontEnd.seal(ContractJson.write(secret), context, at);
    }

    @Override
    public String toString() {
        return "Registration[" + requestId + "]";
    }
}
