package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;

/** The new password. */
@About("The new password.")
public record NewPasswordEntry(
        @About("the flow secret, base64url") @Length(min = 43, max = 43)
        String flowSecret,

        @Length(max = 1024) String newPassword)
        implements Secret {
    @Override
    public String toString() {
        return "NewPasswordEntry[hidden]";
    }
}
