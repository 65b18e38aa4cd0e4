package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import org.jspecify.annotations.Nullable;

/** The new password. */
@About("The new password.")
public record NewPasswordEntry(
        @About("the flow secret, base64url") @Length(min = 43, max = 43)
        String flowSecret,

        @Length(max = 1024) String newPassword,
        @Nullable Origin origin)
        implements Secret, Placed {

    /** From nobody knows where. */
    public NewPasswordEntry(String flowSecret, String newPassword) {
        this(flowSecret, newPassword, null);
    }

    @Override
    public NewPasswordEntry from(Origin place) {
        return new NewPasswordEntry(flowSecret, newPassword, place);
    }

    @Override
    public String toString() {
        return "NewPasswordEntry[hidden]";
    }
}
