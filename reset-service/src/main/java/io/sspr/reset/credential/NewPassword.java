package io.sspr.reset.credential;

import io.sspr.contract.PasswordRule;
import io.sspr.contract.PasswordRules;
import io.sspr.reset.account.KnownAccount;
import io.sspr.reset.hashing.Phc;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A password somebody wants, with the slow work on it done; facts for a decision.
 *
 * @param typed as typed
 * @param currentVersion version of the credential it was compared with; 0 if there was none
 * @param sameAsCurrent whether it is that credential's password
 * @param phc its hash; absent if it was not worth one
 */
public record NewPassword(
        String typed,
        long currentVersion,
        boolean sameAsCurrent,
        @Nullable Phc phc) {

    /** All rules it breaks, in the order of the contract. */
    public List<PasswordRule> broken(PasswordRules rules, @Nullable KnownAccount account) {
        Set<PasswordRule> broken = NewPasswordRules.broken(typed, rules, account);
        if (sameAsCurrent) broken.add(PasswordRule.SAME_AS_CURRENT);
        return List.copyOf(broken);
    }

    @Override
    public String toString() {
        return "NewPassword[hidden]";
    }
}
