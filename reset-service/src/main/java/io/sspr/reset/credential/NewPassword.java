package io.sspr.reset.credential;

import io.sspr.contract.PasswordRule;
import io.sspr.reset.account.KnownAccount;
import io.sspr.reset.breached.Breach;
import io.sspr.reset.hashing.Phc;
import io.sspr.reset.password.Demands;
import io.sspr.reset.password.NewPasswordRules;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A password somebody wants, with the slow work on it done; facts for a decision.
 *
 * @param typed as typed
 * @param currentVersion version of the credential it was compared with; 0 if there was none
 * @param sameAsCurrent whether it is that credential's password
 * @param lookedUp what else was found
 * @param phc its hash; absent if it was not worth one
 */
public record NewPassword(
        String typed,
        long currentVersion,
        boolean sameAsCurrent,
        LookedUp lookedUp,
        @Nullable Phc phc) {

    /** Where no rule asks for more than the current one. */
    public NewPassword(String typed, long currentVersion, boolean sameAsCurrent, @Nullable Phc phc) {
        this(typed, currentVersion, sameAsCurrent, LookedUp.NOTHING, phc);
    }

    /** Whether all was looked up that these rules need; if not, the rules have changed since. */
    public boolean isPreparedFor(Demands demands) {
        return lookedUp.isEnoughFor(demands);
    }

    /** All rules it breaks, in the order of the contract. */
    public List<PasswordRule> broken(Demands demands, @Nullable KnownAccount account) {
        Set<PasswordRule> broken = NewPasswordRules.broken(typed, demands, account);
        if (sameAsCurrent && demands.refusesCurrent()) broken.add(PasswordRule.SAME_AS_CURRENT);
        if (lookedUp.isUsedWithin(demands.former())) broken.add(PasswordRule.RECENTLY_USED);
        if (isFoundToBe(Breach.KNOWN, demands)) broken.add(PasswordRule.BREACHED);
        if (isUnchecked(demands) && demands.breaches().refusesUnchecked()) broken.add(PasswordRule.UNCHECKABLE);
        return List.copyOf(broken);
    }

    /** Whether a list of breached passwords that the rules ask for could not be asked. */
    public boolean isUnchecked(Demands demands) {
        return isFoundToBe(Breach.UNCHECKED, demands);
    }

    private boolean isFoundToBe(Breach breach, Demands demands) {
        boolean asks = demands.breaches().file() || demands.breaches().service();
        return asks && lookedUp.breach() == breach;
    }

    @Override
    public String toString() {
        return "NewPassword[hidden]";
    }
}
