package io.sspr.registration.policy;

import io.sspr.contract.policy.ScopeRules;
import io.sspr.contract.policy.Terms;
import io.sspr.contract.state.Policy;
import io.sspr.registration.account.KnownAccount;
import io.sspr.registration.group.KnownGroups;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the policy comes to for the people here; groups are looked at only if the policy names any. */
@Component
public class PersonalTerms {
    private final KnownGroups groups;

    PersonalTerms(KnownGroups groups) {
        this.groups = groups;
    }

    /** Of the person with that account, or of somebody unknown. */
    public Terms of(Policy policy, Optional<KnownAccount> account) {
        List<String> direct = account.flatMap(
                        known -> Optional.ofNullable(known.entry().groups()))
                .orElse(List.of());
        ScopeRules scope = policy.scope();
        boolean matters = !scope.include().isEmpty() || !scope.exclude().isEmpty();
        Set<String> all = matters ? groups.all(direct) : Set.of();
        return account.map(KnownAccount::entry)
                .map(entry -> Terms.of(policy, entry.administrator(), entry.passwordElsewhere(), all))
                .orElseGet(() -> Terms.ofAnybody(policy));
    }
}
