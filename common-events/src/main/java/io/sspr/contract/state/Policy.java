package io.sspr.contract.state;

import io.sspr.contract.About;
import io.sspr.contract.Disclosure;
import io.sspr.contract.MethodKind;
import io.sspr.contract.MethodRules;
import io.sspr.contract.PasswordRules;
import java.util.List;

/** The rules in force. */
@About("The rules in force.")
public record Policy(
        long version,
        @About("different methods a reset needs, 1 or 2") int gates,
        List<MethodKind> kinds,
        Disclosure disclosure,
        PasswordRules passwordRules,
        MethodRules methodRules)
        implements State {

    @Override
    public String key() {
        return "policy";
    }
}
