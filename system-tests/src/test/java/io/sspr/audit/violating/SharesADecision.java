package io.sspr.audit.violating;

import io.sspr.contract.policy.Terms;
import io.sspr.contract.state.Policy;

class SharesADecision {

    int gates(Policy policy) {
        return Terms.ofAnybody(policy).gates();
    }
}
