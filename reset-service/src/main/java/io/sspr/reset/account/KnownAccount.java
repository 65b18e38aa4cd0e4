package io.sspr.reset.account;

import java.util.List;
import java.util.UUID;

/**
 * What this service keeps of an account.
 *
 * @param id its id
 * @param login as typed at provisioning
 * @param organisationId the organisation's own id
 * @param names names of the person
 */
public record KnownAccount(UUID id, String login, String organisationId, List<String> names) {

    /** Of somebody without a name. */
    public KnownAccount(UUID id, String login, String organisationId) {
        this(id, login, organisationId, List.of());
    }

    @Override
    public String toString() {
        return "KnownAccount[" + id + "]";
    }
}
