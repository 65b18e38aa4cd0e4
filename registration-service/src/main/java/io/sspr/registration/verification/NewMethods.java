package io.sspr.registration.verification;

import io.sspr.contract.Refusal;
import io.sspr.contract.reply.MethodRegistered;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.state.MethodStatus;
import io.sspr.messaging.Work;
import io.sspr.registration.demand.AskedRows;
import io.sspr.registration.kind.Kinds;
import io.sspr.registration.method.AccountMethods;
import io.sspr.registration.method.MethodStates;
import io.sspr.registration.method.RegisteredMethod;
import io.sspr.registration.policy.Policies;
import io.sspr.registration.signin.SignIn;
import io.sspr.registration.signin.SignInProofs;
import io.sspr.registration.signin.Standing;
import io.sspr.registration.signin.Standings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets a new method count, at once or after its quarantine; what a person proved in their sign-in decides. */
@Component
public class NewMethods {

    private final Kinds kinds;
    private final MethodStates methodStates;
    private final Standings standings;
    private final SignInProofs signInProofs;
    private final Policies policies;
    private final AskedRows askedRows;

    NewMethods(
            Kinds kinds,
            MethodStates methodStates,
            Standings standings,
            SignInProofs signInProofs,
            Policies policies,
            AskedRows askedRows) {
        this.kinds = kinds;
        this.methodStates = methodStates;
        this.standings = standings;
        this.signInProofs = signInProofs;
        this.policies = policies;
        this.askedRows = askedRows;
    }

    /** Why such a method cannot be added; empty if it can. */
    public Optional<Refusal> obstacle(
            RegisteredMethod toBe, @Nullable UUID replaces, AccountMethods ofAccount, Standing standing) {
        int most = kinds.of(toBe.kind()).most();
        // The standing first: whoever has proven nothing learns nothing of what is there.
        return standing.obstacleToRegister()
                .or(() -> ofAccount.obstacleTo(toBe.kind(), toBe.addressFingerprint(), most, replaces))
                .or(() ->
                        replacesOwn(toBe, replaces, ofAccount, most) ? standing.obstacleToChange() : Optional.empty());
    }

    /** The same at the time of the proof, for other flows may have been faster, or the account has changed. */
    Optional<Refusal> obstacle(
            Verification verification,
            Occasion occasion,
            RegisteredMethod toBe,
            AccountMethods ofAccount,
            Instant now) {
        Standing standing = standings.of(verification.signIn(occasion), occasion.begunAt(), ofAccount, now);
        return obstacle(toBe, occasion.replaces(), ofAccount, standing);
    }

    MethodRegistered proven(
            Verification verification,
            Occasion occasion,
            RegisteredMethod registered,
            AccountMethods ofAccount,
            @Nullable Origin origin,
            Work work) {
        SignIn signIn = verification.signIn(occasion);
        Standing standing = standings.of(signIn, occasion.begunAt(), ofAccount, work.now());
        RegisteredMethod added = add(registered, occasion.replaces(), signIn, standing, ofAccount, origin, work);
        return new MethodRegistered(verification.flow().flow(), added.methodId(), added.kind(), added.usableFrom());
    }

    /** Adds it, and takes it for proven within the sign-in; while it is quarantined, that helps nobody. */
    public RegisteredMethod add(
            RegisteredMethod method,
            @Nullable UUID replaces,
            SignIn signIn,
            Standing standing,
            AccountMethods ofAccount,
            @Nullable Origin origin,
            Work work) {
        int most = kinds.of(method.kind()).most();
        List<RegisteredMethod> replaced = ofAccount.replacedBy(method, most, replaces);
        int quarantine = policies.inForce().methodRules().quarantineHours();
        Instant end = WholeSeconds.after(work.now().plus(Duration.ofHours(quarantine)));
        boolean atOnce = standing.vouches() || quarantine == 0 || isSameAnew(standing, method, replaced);
        RegisteredMethod added = atOnce ? method : method.quarantinedUntil(end);
        methodStates.register(added, replaced, origin, work);
        signInProofs.add(signIn, method.methodId(), work.now());
        askedRows.confirm(method.accountId(), work.now());
        return added;
    }

    /** Whoever proves the very address that was locked may go on where they were: being locked out cost enough. */
    private static boolean isSameAnew(Standing standing, RegisteredMethod method, List<RegisteredMethod> replaced) {
        return standing == Standing.UNPROVABLE
                && method.addressFingerprint() != null
                && replaced.stream().anyMatch(old -> old.status() == MethodStatus.LOCKED && !old.isImported());
    }

    /** Whether something of the person's own goes that counts, or will count. */
    private static boolean replacesOwn(
            RegisteredMethod toBe, @Nullable UUID replaces, AccountMethods ofAccount, int most) {
        boolean another = ofAccount.methods().stream().anyMatch(method -> method.kind() == toBe.kind());
        return replaces != null || (most == 1 && another);
    }
}
