package io.sspr.contract.policy;

import io.sspr.contract.About;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a person cannot reset a password without an administrator; in the order in which it is looked at. */
public enum Ineligibility {
    @About("reset is switched off for everybody")
    RESET_DISABLED("SSPR_0009"),
    @About("the person is a member of an excluded group")
    EXCLUDED("SSPR_0013"),
    @About("the person is in none of the groups for which reset is switched on")
    NOT_IN_SCOPE("SSPR_0013"),
    @About("administrators may not reset their own passwords")
    ADMINISTRATORS_EXCLUDED("SSPR_0009"),
    @About("another system keeps the person's password")
    PASSWORD_ELSEWHERE("SSPR_0010"),
    @About("the owner has disputed what happened to the account")
    FROZEN(null),
    @About("the person has registered nothing")
    NOT_REGISTERED("SSPR_0014"),
    @About("all that the person has registered is locked or of kinds that do not count")
    NOTHING_USABLE("SSPR_0014"),
    @About("there would be enough if addresses on file were proven by their owner")
    NOT_PROVEN("SSPR_0014"),
    @About("there are enough methods, but some are too new to count")
    TOO_NEW(null),
    @About("the person has registered fewer methods than a reset needs")
    TOO_FEW_METHODS("SSPR_0014");

    private final @Nullable String entraCode;

    Ineligibility(@Nullable String entraCode) {
        this.entraCode = entraCode;
    }

    /** The code that Microsoft Entra shows for the same, if it has one. */
    public Optional<String> entraCode() {
        return Optional.ofNullable(entraCode);
    }
}
