package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.PasswordRule;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new password broke rules. */
@About("A new password broke rules.")
public record PasswordRefused(UUID accountId, @Nullable UUID resetId, List<PasswordRule> rules) implements Event {

    @Override
    public UUID subject() {
        return accountId;
    }
}
