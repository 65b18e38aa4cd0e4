package io.sspr.registration.verification;

import io.sspr.registration.account.KnownAccount;
import io.sspr.registration.method.AccountMethods;
import java.util.List;
import java.util.Optional;

/**
 * Who is to prove a method.
 *
 * @param account empty for a decoy
 * @param methods none for a decoy
 * @param counts whether the kind counts for them; one that does not goes on like one that they do not have
 */
record Prover(Optional<KnownAccount> account, AccountMethods methods, boolean counts) {

    /** Whoever cannot prove it. */
    static final Prover NOBODY = new Prover(Optional.empty(), new AccountMethods(List.of()), false);
}
