package io.sspr.console;

import io.sspr.contract.Disclosure;
import io.sspr.contract.MethodKind;
import io.sspr.contract.MethodRules;
import io.sspr.contract.PasswordRules;
import io.sspr.contract.policy.AdministratorRules;
import io.sspr.contract.policy.AfterReset;
import io.sspr.contract.policy.HelpRules;
import io.sspr.contract.policy.NoticeRules;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.policy.RegistrationRules;
import io.sspr.contract.policy.Scope;
import io.sspr.contract.policy.ScopeRules;
import io.sspr.contract.policy.StoppedKinds;
import io.sspr.contract.state.Account;
import io.sspr.contract.state.Group;
import io.sspr.contract.state.Method;
import io.sspr.contract.state.MethodStatus;
import io.sspr.contract.state.Policy;
import io.sspr.contract.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People of every sort, of whom it is known by construction whom a second gate strands, and why. */
final class Population {

    /** All of them may prove who they are with these. */
    private static final List<MethodKind> KINDS =
            List.of(MethodKind.AUTHENTICATOR_APP, MethodKind.EMAIL, MethodKind.SMS);

    /** What was written, the oldest first. */
    final List<State> written = new ArrayList<>();
    /** What was deleted after that. */
    final List<State> gone = new ArrayList<>();
    /** Whom a second gate strands: reason by login. */
    final Map<String, String> stranded = new TreeMap<>();
    /** How many can reset with one gate. */
    int able;

    /** The rules: only people in "everybody" but not in "contractors", and two gates for administrators. */
    static Policy rules(long version, int gates) {
        return new Policy(
                version,
                gates,
                KINDS,
                Disclosure.STRICT,
                new PasswordRules(15, 256),
                new MethodRules(24, false),
                new ScopeRules(Scope.SELECTED, List.of("everybody"), List.of("contractors")),
                new AdministratorRules(true, 2, KINDS),
                Presets.NO_SECOND_FACTOR,
                new RegistrationRules(true, 3, 14, 365),
                StoppedKinds.NONE,
                Presets.checks(15),
                Presets.SAFE_LIMITS,
                new AfterReset(true, true, true, true),
                NoticeRules.ALL,
                HelpRules.ADMINISTRATORS);
    }

    Population(int size) {
        written.add(new Group("staff", List.of("everybody")));
        written.add(new Group("everybody", List.of()));
        written.add(new Group("team", List.of("suppliers", "staff")));
        written.add(new Group("suppliers", List.of("contractors", "team")));
        for (int i = 0; i < size; i++) add(i);
        // The newest record of a key counts, and nobody of whom it says that they are gone.
        Account left = account("left", false, List.of("staff"), null);
        written.add(left);
        written.add(method(left, MethodKind.EMAIL, MethodStatus.VERIFIED));
        gone.add(left);
        written.add(rules(6, 2));
        written.add(rules(7, 1));
    }

    UUID accountId(String login) {
        return written.stream()
                .filter(state ->
                        state instanceof Account account && account.login().equals(login))
                .map(state -> ((Account) state).accountId())
                .findFirst()
                .orElseThrow();
    }

    private void add(int i) {
        String login = String.format(Locale.ROOT, "person%05d", i);
        switch (i % 11) {
            case 0 -> person(login);
            case 1 -> {
                email(person(login));
                strands(login, "TOO_FEW_METHODS");
            }
            case 2 -> {
                Account person = person(login);
                email(person);
                written.add(method(person, MethodKind.AUTHENTICATOR_APP, MethodStatus.VERIFIED));
                able++;
            }
            case 3 -> {
                Account person = person(login);
                email(person);
                written.add(method(person, MethodKind.AUTHENTICATOR_APP, MethodStatus.QUARANTINED));
                strands(login, "TOO_NEW");
            }
            case 4 -> {
                Account person = person(login);
                email(person);
                written.add(method(person, MethodKind.SMS, MethodStatus.IMPORTED));
                strands(login, "NOT_PROVEN");
            }
            case 5 -> {
                Account person = person(login);
                email(person);
                written.add(method(person, MethodKind.AUTHENTICATOR_APP, MethodStatus.LOCKED));
                strands(login, "TOO_FEW_METHODS");
            }
            case 6 -> email(add(account(login, true, List.of("staff"), null)));
            case 7 -> email(add(account(login, false, List.of("team"), null)));
            case 8 -> {
                Account person = person(login);
                email(person);
                email(person);
                strands(login, "TOO_FEW_METHODS");
            }
            case 9 -> email(add(account(login, false, List.of("staff"), true)));
            default -> {
                Account person = person(login);
                email(person);
                Method app = method(person, MethodKind.AUTHENTICATOR_APP, MethodStatus.VERIFIED);
                written.add(app);
                gone.add(app);
                strands(login, "TOO_FEW_METHODS");
            }
        }
    }

    private void strands(String login, String reason) {
        stranded.put(login, reason);
        able++;
    }

    private Account person(String login) {
        return add(account(login, false, List.of("staff"), null));
    }

    private Account add(Account account) {
        written.add(account);
        return account;
    }

    private void email(Account account) {
        written.add(method(account, MethodKind.EMAIL, MethodStatus.VERIFIED));
    }

    private static Account account(
            String login, boolean administrator, List<String> groups, @Nullable Boolean passwordElsewhere) {
        return new Account(
                UUID.randomUUID(),
                "id-" + login,
                login,
                login,
                "sl",
                administrator,
                List.of(),
                groups,
                passwordElsewhere);
    }

    private static Method method(Account account, MethodKind kind, MethodStatus status) {
        return new Method(UUID.randomUUID(), account.accountId(), kind, status, null);
    }
}
