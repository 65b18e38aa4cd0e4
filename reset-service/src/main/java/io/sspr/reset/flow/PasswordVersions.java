package io.sspr.reset.flow;

import io.sspr.reset.credential.Credential;
import io.sspr.reset.credential.Credentials;
import io.sspr.reset.password.Demands;
import io.sspr.reset.policy.Policies;
import io.sspr.reset.signin.SignInFailures;
import io.sspr.reset.throttle.UnprovenResets;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** All that goes with a new version of a password, whatever it comes from. */
@Component
public class PasswordVersions {

    private final Credentials credentials;
    private final Resets resets;
    private final SignInFailures failures;
    private final UnprovenResets unproven;
    private final Policies policies;

    PasswordVersions(
            Credentials credentials,
            Resets resets,
            SignInFailures failures,
            UnprovenResets unproven,
            Policies policies) {
        this.policies = policies;
        this.credentials = credentials;
        this.resets = resets;
        this.failures = failures;
        this.unproven = unproven;
    }

    /** Saves it, ends all open resets of the account, and counts from nothing again. */
    public void add(Credential next, Instant now) {
        credentials.save(next, Demands.kept(policies.required()));
        resets.voidOpen(next.accountId(), Ending.SUPERSEDED, now);
        failures.clear(next.accountId());
        unproven.clear(next.accountId());
    }

    /** After a reset no origin is familiar: somebody else may have signed in with the old password. */
    void forgetOrigins(Credential next) {
        failures.forgetOrigins(next.accountId());
    }
}
