package io.sspr.registration.verification;

import io.sspr.contract.MethodKind;
import io.sspr.contract.state.Policy;
import io.sspr.registration.account.Accounts;
import io.sspr.registration.account.KnownAccount;
import io.sspr.registration.method.AccountMethods;
import io.sspr.registration.method.Methods;
import io.sspr.registration.policy.PersonalTerms;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Reads who is to prove a method. Whoever has none of the kind, or is unknown, has less to read and would be answered
 * sooner: so another person's rows are read, opened and reckoned with in their place, and then forgotten (ATK-04).
 */
@Component
class Provers {

    private final Accounts accounts;
    private final Methods methods;
    private final PersonalTerms personalTerms;

    Provers(Accounts accounts, Methods methods, PersonalTerms personalTerms) {
        this.accounts = accounts;
        this.methods = methods;
        this.personalTerms = personalTerms;
    }

    /** For a reset or an unlock, which anybody can ask for. */
    Prover of(UUID accountId, MethodKind kind, Policy policy) {
        UUID whose = methods.standIn(accountId, kind);
        Optional<KnownAccount> account = accounts.find(whose);
        boolean counts = !kind.isRegistered()
                || personalTerms.of(policy, account).kinds().contains(kind);
        AccountMethods held = methods.of(whose);
        return whose.equals(accountId) ? new Prover(account, held, counts) : Prover.NOBODY;
    }

    /** For what the verification is for. */
    Prover of(Verification verification, Policy policy) {
        Target target = verification.target();
        return target.isForReset()
                ? of(target.accountId(), target.kind(), policy)
                : new Prover(Optional.empty(), methods.of(target.accountId()), true);
    }
}
