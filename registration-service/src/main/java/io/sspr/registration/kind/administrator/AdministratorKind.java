package io.sspr.registration.kind.administrator;

import io.sspr.contract.MethodKind;
import io.sspr.messaging.Work;
import io.sspr.registration.kind.Attempt;
import io.sspr.registration.kind.Codes;
import io.sspr.registration.kind.Kind;
import io.sspr.registration.kind.Match;
import io.sspr.registration.kind.Proven;
import io.sspr.registration.method.Methods;
import io.sspr.registration.method.RegisteredMethod;
import io.sspr.registration.protection.Vault;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A code that an administrator had sent: nobody registers it, it vouches for nothing, and it proves once. */
@Component
class AdministratorKind implements Kind {

    private final Vault vault;
    private final Methods methods;
    private final String nobodysHash;

    AdministratorKind(Vault vault, Methods methods) {
        this.vault = vault;
        this.methods = methods;
        this.nobodysHash = vault.fingerprint("", "nobody's");
    }

    @Override
    public MethodKind kind() {
        return MethodKind.ADMINISTRATOR_CODE;
    }

    @Override
    public int strength() {
        return 0;
    }

    @Override
    public int most() {
        return 1;
    }

    RegisteredMethod ofCode(UUID methodId, UUID accountId, String code) {
        return RegisteredMethod.holding(methodId, accountId, kind(), vault.fingerprint(code, place(methodId)));
    }

    @Override
    public Match compare(@Nullable RegisteredMethod method, Attempt attempt) {
        String secret = method == null ? null : method.secret();
        boolean right = vault.matches(
                Codes.typed(attempt.typed()), place(attempt.methodId()), secret == null ? nobodysHash : secret);
        return right ? new Match.Right("") : Match.WRONG;
    }

    @Override
    public void useUp(Proven proven, Work work) {
        methods.remove(proven.method().methodId());
    }

    private static String place(UUID methodId) {
        return "administrator-code/" + methodId;
    }
}
