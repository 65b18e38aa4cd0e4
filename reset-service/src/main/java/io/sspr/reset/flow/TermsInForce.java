package io.sspr.reset.flow;

import io.sspr.reset.freeze.Freezes;
import io.sspr.reset.grant.Grants;
import io.sspr.reset.policy.Policies;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What holds for the resets of an account or decoy now; the same statements for both. */
@Component
class TermsInForce {

    private final Policies policies;
    private final Grants grants;
    private final Freezes freezes;

    TermsInForce(Policies policies, Grants grants, Freezes freezes) {
        this.policies = policies;
        this.grants = grants;
        this.freezes = freezes;
    }

    Terms of(UUID askerId, Instant now) {
        return new Terms(policies.required(), grants.isLive(askerId, now), freezes.isFrozen(askerId));
    }
}
