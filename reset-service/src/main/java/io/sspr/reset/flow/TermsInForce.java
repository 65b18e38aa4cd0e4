package io.sspr.reset.flow;

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

    TermsInForce(Policies policies, Grants grants) {
        this.policies = policies;
        this.grants = grants;
    }

    Terms of(UUID askerId, Instant now) {
        return new Terms(policies.required(), grants.isLive(askerId, now));
    }
}
