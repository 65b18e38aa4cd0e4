package io.sspr.registration.block;

import io.sspr.contract.event.Cause;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.registration.account.KnownAccount;
import io.sspr.registration.freeze.Freezes;
import io.sspr.registration.policy.Policies;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Starts the counts of an account anew when its owner has reset the password, alone or with an administrator's help, if
 * the policy says so; ends a freeze when an administrator has helped the owner to a new one.
 */
@Component
class PasswordChangedHandler implements Handler<PasswordChanged, UUID> {
    private final AccountBlocks blocks;
    private final Policies policies;
    private final Freezes freezes;

    PasswordChangedHandler(AccountBlocks blocks, Policies policies, Freezes freezes) {
        this.blocks = blocks;
        this.policies = policies;
        this.freezes = freezes;
    }

    @Override
    public Class<PasswordChanged> handles() {
        return PasswordChanged.class;
    }

    @Override
    public Prepared<UUID> prepare(Received<PasswordChanged> message) {
        return Prepared.facts(message.message().accountId());
    }

    @Override
    public List<String> locks(Received<PasswordChanged> message, UUID accountId) {
        return List.of(KnownAccount.lock(accountId));
    }

    @Override
    public void handle(Received<PasswordChanged> message, UUID accountId, Work work) {
        Cause cause = message.message().cause();
        if (cause == Cause.ADMINISTRATOR)
            freezes.lift(accountId, message.envelope().time());
        // Either way the owner has shown who it is.
        if (cause != Cause.RESET && cause != Cause.ADMINISTRATOR) return;
        Policy policy = policies.inForce();
        boolean hasBlocks = !policy.limits().blocks().isEmpty();
        if (hasBlocks && policy.afterReset().clearsCounts()) blocks.clear(accountId);
    }
}
