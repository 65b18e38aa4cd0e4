package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;

/** Where a person can be reached. */
@About("Where a person can be reached.")
public record ContactAddress(@Length(max = 254) String address) implements Secret {
    @Override
    public String toString() {
        return "ContactAddress[hidden]";
    }
}
