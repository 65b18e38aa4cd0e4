package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import io.sspr.contract.MethodKind;

/** An address that the organisation has on file: nobody has proven it. */
@About("An address that the organisation has on file: nobody has proven it.")
public record ImportedMethod(
        @About("EMAIL or SMS") MethodKind kind,
        @Length(min = 1, max = 254) String address) {

    @Override
    public String toString() {
        return "ImportedMethod[hidden]";
    }
}
