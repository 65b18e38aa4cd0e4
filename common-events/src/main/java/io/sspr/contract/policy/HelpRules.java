package io.sspr.contract.policy;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import org.jspecify.annotations.Nullable;

/**
 * Where people find help.
 *
 * @param mail address of the helpdesk: requests for help go there; absent: to the administrators
 * @param link page of the helpdesk that front ends show, an https address
 */
@About("Where people find help.")
public record HelpRules(
        @About("address of the helpdesk: requests for help go there; absent: to the administrators")
        @Length(max = 254)
        @Nullable
        String mail,

        @About("page of the helpdesk that front ends show, an https address") @Length(max = 512) @Nullable
        String link) {

    /** The administrators. */
    public static final HelpRules ADMINISTRATORS = new HelpRules(null, null);
}
