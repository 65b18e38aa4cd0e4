package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;

/** The secret of an authenticator app that is being registered. */
@About("The secret of an authenticator app that is being registered.")
public record Enrolment(
        @About("base32 without padding") @Length(max = 128) String secret,

        @About("otpauth URI to show as a QR code") @Length(max = 2048)
        String otpauth)
        implements Secret {
    @Override
    public String toString() {
        return "Enrolment[hidden]";
    }
}
