package io.sspr.contract.state;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import java.util.UUID;

/** Which account is whose, for subscribers. */
@About("Which account is whose, for subscribers.")
public record Identity(
        UUID accountId,

        @About("the organisation's own id") @Length(max = 256)
        String organisationId) implements State {

    @Override
    public String key() {
        return accountId.toString();
    }
}
