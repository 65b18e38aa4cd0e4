package io.sspr.contract.state;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import java.util.UUID;

/** An account as the services know it. */
@About("An account as the services know it.")
public record Account(
        UUID accountId,
        @Length(max = 256) String organisationId,

        @About("as typed at provisioning") @Length(max = 256)
        String login,

        @About("canonical form, unique") @Length(max = 512) String canonicalLogin,
        @Length(max = 35) String locale,
        boolean administrator)
        implements State {

    @Override
    public String key() {
        return accountId.toString();
    }
}
