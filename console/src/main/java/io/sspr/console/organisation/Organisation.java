package io.sspr.console.organisation;

import io.sspr.contract.CanonicalLogin;
import io.sspr.contract.policy.Groups;
import io.sspr.contract.state.Account;
import io.sspr.contract.state.Group;
import io.sspr.contract.state.Method;
import io.sspr.contract.state.MethodStatus;
import io.sspr.contract.state.Policy;
import io.sspr.contract.state.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All accounts with their methods, the groups, and the rules in force, as they were at one time. */
public final class Organisation {

    private @Nullable Policy policy;
    private final List<Account> accounts = new ArrayList<>();
    private final Map<UUID, List<Method>> methods = new HashMap<>();
    private final Map<String, List<String>> memberOf = new HashMap<>();

    private Organisation() {}

    /** Of the facts, one for each key. */
    public static Organisation of(Collection<? extends State> facts) {
        Organisation organisation = new Organisation();
        facts.forEach(organisation::add);
        organisation.accounts.sort(Comparator.comparing(Account::canonicalLogin).thenComparing(Account::accountId));
        return organisation;
    }

    /** The rules in force; empty if none were ever published. */
    public Optional<Policy> policy() {
        return Optional.ofNullable(policy);
    }

    /** By login. */
    public List<Account> accounts() {
        return List.copyOf(accounts);
    }

    /** The account of that login, in whatever form it is typed. */
    public Optional<Account> account(String login) {
        return CanonicalLogin.of(login)
                .flatMap(wanted -> accounts.stream()
                        .filter(account -> account.canonicalLogin().equals(wanted.text()))
                        .findFirst());
    }

    /** The methods that a person registers, without those that are gone. */
    public List<Method> methods(Account account) {
        return methods.getOrDefault(account.accountId(), List.of());
    }

    /** All groups of the person, by name and through others. */
    public Set<String> groups(Account account) {
        return Groups.all(account.groups(), memberOf);
    }

    /** For each group, the groups that it is in. */
    public Map<String, List<String>> memberOf() {
        return Map.copyOf(memberOf);
    }

    private void add(State fact) {
        if (fact instanceof Policy rules) policy = rules;
        else if (fact instanceof Account account) accounts.add(account);
        else if (fact instanceof Group group) memberOf.put(group.groupId(), group.memberOf());
        else if (fact instanceof Method method
                && method.kind().isRegistered()
                && method.status() != MethodStatus.REMOVED)
            methods.computeIfAbsent(method.accountId(), account -> new ArrayList<>())
                    .add(method);
    }
}
