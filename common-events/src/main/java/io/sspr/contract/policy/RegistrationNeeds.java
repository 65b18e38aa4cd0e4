package io.sspr.contract.policy;

import io.sspr.contract.MethodKind;
import io.sspr.contract.state.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a person must have registered; the only place where that is decided, for services and tools.
 *
 * @param reset for a reset
 * @param signIn for a sign-in
 */
public record RegistrationNeeds(Need reset, Need signIn) {

    /**
     * So many different methods of these kinds.
     *
     * @param methods how many, 0 if nothing is asked for; at most as many as there are kinds
     * @param kinds kinds that count, in the order of the policy
     */
    public record Need(int methods, List<MethodKind> kinds) {

        /** Copies what it is given; asks for no more than there is, or whoever has all of it could never sign in again. */
        public Need {
            kinds = List.copyOf(kinds);
            methods = Math.min(methods, (int) kinds.stream().distinct().count());
        }

        /** How many more it takes; two methods of one kind are not different. */
        public int missing(Set<MethodKind> held) {
            return (int) Math.max(
                    0,
                    methods - kinds.stream().distinct().filter(held::contains).count());
        }
    }

    /**
     * Of a person.
     *
     * @param terms what the policy comes to for the person
     * @param anew whether an administrator wants the person to register anew, whatever the policy asks of others
     */
    public static RegistrationNeeds of(Policy policy, Terms terms, boolean anew) {
        // Whoever cannot reset is not asked for what a reset needs. What sign-in needs everybody must have.
        boolean asksForReset = (policy.registration().required() || anew) && terms.outside() == null;
        return new RegistrationNeeds(
                new Need(asksForReset ? terms.gates() : 0, terms.kinds()),
                new Need(
                        policy.signIn().methods(),
                        policy.stopped().left(policy.signIn().kinds())));
    }

    /** Which of the two somebody lacks who has that. */
    public List<RegistrationReason> lacking(HeldKinds held) {
        List<RegistrationReason> lacking = new ArrayList<>();
        if (reset.missing(held.forReset()) > 0) lacking.add(RegistrationReason.RESET_NEEDS_MORE);
        if (signIn.missing(held.forSignIn()) > 0) lacking.add(RegistrationReason.SIGN_IN_NEEDS_MORE);
        return lacking;
    }
}
