package io.sspr.reset.administrator;

import io.sspr.contract.Refusal;
import io.sspr.reset.account.Asker;
import java.util.Optional;
import java.util.UUID;

/** Decides what an administrator may do to whom; pure. Who is no administrator learns nothing of logins. */
final class AdministratorDecider {

    /**
     * Who asks.
     *
     * @param id their account
     * @param administrator whether it is an administrator's
     * @param frozen whether they are denied themselves: then it may be a thief who asks
     */
    record Standing(UUID id, boolean administrator, boolean frozen) {}

    private AdministratorDecider() {}

    /** Why nothing is done to that account; empty if it may be. */
    static Optional<Refusal> refusal(Standing standing, Asker target) {
        if (!standing.administrator()) return Optional.of(Refusal.NOT_ADMINISTRATOR);
        if (standing.frozen()) return Optional.of(Refusal.FROZEN);
        return target.known() ? Optional.empty() : Optional.of(Refusal.UNKNOWN_ACCOUNT);
    }

    /** Why no reset is started for that account. Administrators who forgot their own password reset like anybody. */
    static Optional<Refusal> refusalToStart(Standing standing, Asker target) {
        Optional<Refusal> refusal = refusal(standing, target);
        boolean own = standing.id().equals(target.id());
        return refusal.isEmpty() && own ? Optional.of(Refusal.OUT_OF_ORDER) : refusal;
    }
}
