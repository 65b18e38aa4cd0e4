package io.sspr.reset.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a typed login stands for. Nobody known is not the same as nobody: the same unknown login is always the same asker,
 * so that it is counted and throttled as an account is.
 *
 * @param id of the account, or a decoy that looks like one
 * @param known whether there is such an account
 */
public record Asker(UUID id, boolean known) {

    /** Name of the lock under which everything about an account or decoy is decided; also what waits for it to come. */
    public static String lock(UUID id) {
        return "account:" + id;
    }

    /** The account's id for events; absent when nobody is known by that login. */
    public @Nullable UUID accountId() {
        return known ? id : null;
    }
}
