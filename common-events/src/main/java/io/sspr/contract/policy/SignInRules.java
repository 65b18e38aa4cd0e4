package io.sspr.contract.policy;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import java.util.List;

/**
 * What a person needs besides the password to sign in, as far as registration must see to it.
 *
 * @param methods different methods of these kinds that everybody must have, 0 to 2
 * @param kinds kinds that count as a second factor at sign-in
 */
@About("What a person needs besides the password to sign in, as far as registration must see to it.")
public record SignInRules(
        @About("different methods of these kinds that everybody must have, 0 to 2")
        int methods,

        @About("kinds that count as a second factor at sign-in")
        List<MethodKind> kinds) {

    /** Copies what it is given. */
    public SignInRules {
        kinds = List.copyOf(kinds);
    }
}
