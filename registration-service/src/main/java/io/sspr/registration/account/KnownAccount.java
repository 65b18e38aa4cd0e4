package io.sspr.registration.account;

import io.sspr.contract.secret.AccountEntry;
import java.util.UUID;

/** An account and what provisioning said of it last. */
public record KnownAccount(UUID accountId, AccountEntry entry) {

    /** Name of the lock on an account. */
    public static String lock(UUID accountId) {
        return "account:" + accountId;
    }
}
