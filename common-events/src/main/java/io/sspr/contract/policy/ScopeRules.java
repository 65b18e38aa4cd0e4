package io.sspr.contract.policy;

import io.sspr.contract.About;
import io.sspr.contract.MostElements;
import java.util.List;

/**
 * Who may reset a password or unlock an account without an administrator. Whoever is in a group that is in a group is
 * in both.
 *
 * @param scope for whom
 * @param include of SELECTED: ids of groups, as provisioning names them
 * @param exclude ids of groups whose members may not, whatever else holds
 */
@About("Who may reset a password or unlock an account without an administrator; members of nested groups are members.")
public record ScopeRules(
        Scope scope,

        @About("of SELECTED: ids of groups, as provisioning names them") @MostElements(200)
        List<String> include,

        @About("ids of groups whose members may not, whatever else holds") @MostElements(200)
        List<String> exclude) {

    /** Everybody may. */
    public static final ScopeRules EVERYBODY = new ScopeRules(Scope.ALL, List.of(), List.of());

    /** Copies what it is given. */
    public ScopeRules {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }
}
