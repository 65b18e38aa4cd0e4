package io.sspr.reset.dispute;

import io.sspr.contract.secret.DisputeEntry;
import java.util.Optional;

/** By what somebody denies what a notice told of. */
sealed interface Denial {

    /** The token of its link, which alone says whose account it is. */
    record ByToken(String token) implements Denial {}

    /** The code that was read out, for the account with that login. */
    record ByCode(String login, String code) implements Denial {}

    /** What was handed in; empty if it is neither or both. */
    static Optional<Denial> of(DisputeEntry entry) {
        String token = entry.token();
        String login = entry.login();
        String code = entry.code();
        if (token != null && login == null && code == null) return Optional.of(new ByToken(token));
        if (token == null && login != null && code != null) return Optional.of(new ByCode(login, code));
        return Optional.empty();
    }
}
