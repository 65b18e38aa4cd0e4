package io.sspr.registration.signin;

import io.sspr.contract.Purpose;
import io.sspr.contract.seal.Assertion;
import io.sspr.contract.state.Policy;
import io.sspr.registration.freeze.Freezes;
import io.sspr.registration.kind.Kinds;
import io.sspr.registration.method.AccountMethods;
import io.sspr.registration.method.RegisteredMethod;
import io.sspr.registration.method.Serving;
import io.sspr.registration.policy.Policies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds out what was proven within a sign-in, here or by the front end's word. */
@Component
public class Standings {

    private static final Duration PROOF_COUNTS_FOR = Duration.ofMinutes(10);

    private final SignInProofs proofs;
    private final Kinds kinds;
    private final Policies policies;
    private final Freezes freezes;

    Standings(SignInProofs proofs, Kinds kinds, Policies policies, Freezes freezes) {
        this.proofs = proofs;
        this.kinds = kinds;
        this.policies = policies;
        this.freezes = freezes;
    }

    /** Of a person who asks for something; what the front end says of the sign-in is kept with the other proofs. */
    public Standing of(Assertion person, AccountMethods ofAccount, Instant now) {
        SignIn signIn = signIn(person);
        List<RegisteredMethod> vouching = vouching(ofAccount, now);
        vouching.stream()
                .filter(method -> wasProvenAtSignIn(method, person))
                .forEach(method -> proofs.add(signIn, method.methodId(), person.authTime()));
        return of(signIn, ofAccount, vouching, now);
    }

    /** The same for what was asked for then and is to happen now, when the account may have other methods. */
    public Standing of(SignIn signIn, Instant askedAt, AccountMethods ofAccount, Instant now) {
        return of(signIn, ofAccount, vouching(ofAccount, now), askedAt);
    }

    /** The sign-in that the front end tells of. */
    public static SignIn signIn(Assertion person) {
        return new SignIn(person.issuer(), person.subject(), person.authTime());
    }

    private Standing of(SignIn signIn, AccountMethods ofAccount, List<RegisteredMethod> vouching, Instant askedAt) {
        if (freezes.isFrozen(signIn.accountId())) return Standing.FROZEN;
        return Standing.of(
                ofAccount.hasOwn(),
                vouching,
                proofs.since(signIn, askedAt.minus(PROOF_COUNTS_FOR)),
                method -> kinds.of(method.kind()).strength());
    }

    private List<RegisteredMethod> vouching(AccountMethods ofAccount, Instant now) {
        Policy policy = policies.inForce();
        Serving serving = new Serving(policy.methodRules().importedCount(), now);
        return ofAccount
                .allServing(Purpose.REGISTER, serving)
                .filter(method -> method.kind().isRegistered())
                // What is found broken must not vouch for something else.
                .filter(method -> !policy.stopped().kinds().contains(method.kind()))
                .filter(this::isLeft)
                .toList();
    }

    /** Whoever has used up a set of codes must not be asked for one. */
    private boolean isLeft(RegisteredMethod method) {
        return kinds.of(method.kind()).codesLeft(method).orElse(1) > 0;
    }

    private boolean wasProvenAtSignIn(RegisteredMethod method, Assertion person) {
        Set<String> words = kinds.of(method.kind()).signInWords();
        return person.amr().stream().anyMatch(words::contains);
    }
}
