package io.sspr.registration.kind;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.secret.Origin;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Work;
import io.sspr.registration.method.RegisteredMethod;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is particular to one kind of method; found by {@link Kinds}. */
public interface Kind {

    /** Its name in the contract. */
    MethodKind kind();

    /** How much it takes to get at it: the greater vouches for the lesser. */
    int strength();

    /** How many an account may have; where it is one, a new one takes the place of the old. */
    int most();

    /** Words of RFC 8176 by which a front end says that it was proven at sign-in. */
    default Set<String> signInWords() {
        return Set.of();
    }

    /** Whether what a person asks for can become such a method; outside any transaction. */
    default Prepared<Draft> draft(Registration asked) {
        return Prepared.refuse(Refusal.KIND_NOT_OFFERED);
    }

    /** Of a kind that reaches a person: how long a code that is sent so may live (NIST SP 800-63B-4 4.2.1.2, REC-04). */
    default Optional<Duration> longestCodeLife() {
        return Optional.empty();
    }

    /** Of a kind that reaches a person: the address that was typed, if messages can be sent to it. */
    default Optional<Address> address(String typed) {
        return Optional.empty();
    }

    /** The method that a draft becomes. */
    default RegisteredMethod toBe(UUID methodId, UUID accountId, String pending) {
        return RegisteredMethod.holding(methodId, accountId, kind(), pending);
    }

    /** Whether the person gets it without having to prove it. */
    default boolean isGiven() {
        return false;
    }

    /** Of one that is given: keeps what it is proven with, and says what the person gets. */
    default Reply give(RegisteredMethod method, Draft draft, UUID flow, @Nullable Origin origin, Work work) {
        throw new IllegalStateException(kind() + " is not given");
    }

    /** Compares a proof; without a method the work is the same, and nobody heeds what comes of it. */
    Match compare(@Nullable RegisteredMethod method, Attempt attempt);

    /** The method that was proven for the first time, with what was used up by that. */
    default RegisteredMethod registered(RegisteredMethod toBe, String used) {
        return toBe;
    }

    /** What was used up by a proof is void from now on. */
    default void useUp(Proven proven, Work work) {
        // By most proofs nothing is but the verification.
    }

    /** Enough of it for its owner to tell it from others. */
    default @Nullable String hint(RegisteredMethod method) {
        return null;
    }

    /** Of one that consists of codes: how many can still be used. */
    default OptionalInt codesLeft(RegisteredMethod method) {
        return OptionalInt.empty();
    }
}
