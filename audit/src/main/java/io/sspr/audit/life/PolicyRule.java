package io.sspr.audit.life;

import io.sspr.audit.finding.FindingCode;
import io.sspr.contract.event.PolicyChanged;

/** Versions of the policy follow one on another. */
final class PolicyRule {

    private PolicyRule() {}

    static void check(Life life, Judge judge) {
        long version = 0;
        for (Told told : life.registration)
            if (told.message() instanceof PolicyChanged changed) {
                long next = changed.policy().version();
                if (next != version + 1)
                    judge.add(
                            FindingCode.POLICY_VERSION_SKIPPED,
                            told,
                            "version " + next + " follows version " + version);
                version = next;
            }
    }
}
