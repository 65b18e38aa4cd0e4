package io.sspr.reset;

import io.sspr.contract.Disclosure;
import io.sspr.contract.MethodKind;
import io.sspr.contract.MethodRules;
import io.sspr.contract.policy.AdministratorRules;
import io.sspr.contract.policy.AfterReset;
import io.sspr.contract.policy.LimitRules;
import io.sspr.contract.policy.PasswordChecks;
import io.sspr.contract.policy.ResetLimits;
import io.sspr.contract.policy.Scope;
import io.sspr.contract.policy.ScopeRules;
import io.sspr.contract.policy.SignInRules;
import io.sspr.contract.policy.StoppedKinds;
import io.sspr.contract.state.Policy;
import java.util.List;

/** A policy for tests, like another one but for what is said. */
public final class APolicy {

    private final Policy like;
    private long version;
    private int gates;
    private List<MethodKind> kinds;
    private Disclosure disclosure;
    private MethodRules methodRules;
    private ScopeRules scope;
    private AdministratorRules administrators;
    private SignInRules signIn;
    private StoppedKinds stopped;
    private PasswordChecks checks;
    private LimitRules limits;
    private AfterReset afterReset;

    private APolicy(Policy like) {
        this.like = like;
        version = like.version();
        gates = like.gates();
        kinds = like.kinds();
        disclosure = like.disclosure();
        methodRules = like.methodRules();
        scope = like.scope();
        administrators = like.administrators();
        signIn = like.signIn();
        stopped = like.stopped();
        checks = like.passwordChecks();
        limits = like.limits();
        afterReset = like.afterReset();
    }

    /** One like that. */
    public static APolicy like(Policy policy) {
        return new APolicy(policy);
    }

    /** Another version. */
    public APolicy version(long number) {
        version = number;
        return this;
    }

    /** So many gates. */
    public APolicy gates(int number) {
        gates = number;
        return this;
    }

    /** These kinds. */
    public APolicy kinds(MethodKind... named) {
        kinds = List.of(named);
        return this;
    }

    /** Tells what helps. */
    public APolicy helpful() {
        disclosure = Disclosure.HELPFUL;
        return this;
    }

    /** Imported addresses count. */
    public APolicy importedCount() {
        methodRules = new MethodRules(methodRules.quarantineHours(), true);
        return this;
    }

    /** For nobody. */
    public APolicy forNobody() {
        scope = new ScopeRules(Scope.NONE, List.of(), List.of());
        return this;
    }

    /** For members of that group. */
    public APolicy forGroup(String group) {
        scope = new ScopeRules(Scope.SELECTED, List.of(group), scope.exclude());
        return this;
    }

    /** But not for members of that group. */
    public APolicy butNotFor(String group) {
        scope = new ScopeRules(scope.scope(), scope.include(), List.of(group));
        return this;
    }

    /** These rules for administrators. */
    public APolicy administrators(boolean allowed, int number, MethodKind... named) {
        administrators = new AdministratorRules(allowed, number, List.of(named));
        return this;
    }

    /** These kinds count for nothing. */
    public APolicy stopped(boolean cancelsResets, MethodKind... named) {
        stopped = new StoppedKinds(List.of(named), cancelsResets);
        return this;
    }

    /** Everybody signs in with one of those kinds besides the password. */
    public APolicy secondFactor(MethodKind... named) {
        signIn = new SignInRules(1, List.of(named));
        return this;
    }

    /** Other checks of passwords. */
    public APolicy checks(PasswordChecks rules) {
        checks = rules;
        return this;
    }

    /** Other limits. */
    public APolicy limits(LimitRules rules) {
        limits = rules;
        return this;
    }

    /** Other limits of resets. */
    public APolicy resets(ResetLimits resets) {
        limits = new LimitRules(
                limits.proofs(), limits.codes(), resets, limits.signIns(), limits.messages(), limits.blocks());
        return this;
    }

    /** What becomes of the rest. */
    public APolicy afterReset(AfterReset rules) {
        afterReset = rules;
        return this;
    }

    /** Here it is. */
    public Policy policy() {
        return new Policy(
                version,
                gates,
                kinds,
                disclosure,
                like.passwordRules(),
                methodRules,
                scope,
                administrators,
                signIn,
                like.registration(),
                stopped,
                checks,
                limits,
                afterReset,
                like.notices(),
                like.help());
    }
}
