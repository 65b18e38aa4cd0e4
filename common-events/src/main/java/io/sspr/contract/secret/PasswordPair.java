package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import org.jspecify.annotations.Nullable;

/** The known and the wanted password. */
@About("The known and the wanted password.")
public record PasswordPair(
        @Length(max = 1024) String currentPassword,
        @Length(max = 1024) String newPassword,
        @Nullable Origin origin) implements Secret, Placed {

    @Override
    public PasswordPair from(Origin place) {
        return new PasswordPair(currentPassword, newPassword, place);
    }

    @Override
    public String toString() {
        return "PasswordPair[hidden]";
    }
}
