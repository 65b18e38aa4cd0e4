package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;

/** What provisioning says of a person. */
@About("What provisioning says of a person.")
public record AccountEntry(
        @Length(min = 1, max = 256) String organisationId,
        @Length(min = 1, max = 256) String login,

        @About("BCP 47, such as en or sl") @Length(min = 2, max = 35)
        String locale,

        boolean administrator)
        implements Secret {
    @Override
    public String toString() {
        return "AccountEntry[hidden]";
    }
}
