package io.sspr.reset.account;

import java.util.UUID;

/**
 * What this service keeps of an account.
 *
 * @param id its id
 * @param login as typed at provisioning
 * @param organisationId the organisation's own id
 */
public record KnownAccount(UUID id, String login, String organisationId) {

    @Override
    public String toString() {
        return "KnownAccount[" + id + "]";
    }
}
