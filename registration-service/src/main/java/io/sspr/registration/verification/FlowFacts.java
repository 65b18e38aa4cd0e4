package io.sspr.registration.verification;

import io.sspr.messaging.StaleFacts;
import io.sspr.registration.account.KnownAccount;
import io.sspr.registration.flow.FlowName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A flow, and its latest verification when we looked. */
record FlowFacts(
        FlowName flow,
        @Nullable UUID verificationId,
        @Nullable UUID accountId) {

    static FlowFacts of(FlowName flow, Optional<Verification> latest) {
        return new FlowFacts(
                flow,
                latest.map(Verification::id).orElse(null),
                latest.map(found -> found.target().accountId()).orElse(null));
    }

    /** On the flow, and on the account whose methods are looked at. */
    List<String> locks() {
        return accountId == null ? List.of(flow.lock()) : List.of(KnownAccount.lock(accountId), flow.lock());
    }

    /** The latest now; throws {@link StaleFacts} if it is another, whose account is not locked. */
    Optional<Verification> confirmed(Optional<Verification> latest) {
        if (!Objects.equals(latest.map(Verification::id).orElse(null), verificationId))
            throw new StaleFacts("another verification began in the flow");
        return latest;
    }
}
