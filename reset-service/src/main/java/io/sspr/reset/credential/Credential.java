package io.sspr.reset.credential;

import io.sspr.contract.event.Cause;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.reset.hashing.Phc;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The password of an account.
 *
 * @param version contiguous from 1; each is told by one PasswordChanged
 * @param phc its hash
 * @param mustChange whether it must be changed before anything else
 * @param changedAt when this version was set
 * @param sessionsInvalidBefore sessions that began earlier are void
 */
public record Credential(
        UUID accountId, long version, Phc phc, boolean mustChange, Instant changedAt, Instant sessionsInvalidBefore) {

    /** The first one, from provisioning; it voids no session, for none can come from an earlier one. */
    static Credential first(UUID accountId, Phc phc, boolean mustChange, Instant now) {
        return new Credential(accountId, 1, phc, mustChange, now, Instant.EPOCH);
    }

    /** The one after the current one, if there is any, chosen by the person; sessions until now are void. */
    public static Credential after(@Nullable Credential current, UUID accountId, Phc phc, Instant now) {
        return new Credential(accountId, versionOf(current) + 1, phc, false, now, now);
    }

    /** Its version; 0 where there is none yet. */
    public static long versionOf(@Nullable Credential credential) {
        return credential == null ? 0 : credential.version();
    }

    /**
     * How the world hears of it.
     *
     * @param unchecked whether a list of breached passwords that the policy asks for could not be asked
     */
    public PasswordChanged told(Cause cause, @Nullable UUID resetId, boolean unchecked) {
        return new PasswordChanged(
                accountId,
                version,
                cause,
                resetId,
                mustChange,
                changedAt,
                sessionsInvalidBefore,
                unchecked ? true : null);
    }
}
