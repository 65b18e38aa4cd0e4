package io.sspr.reset.flow;

import io.sspr.contract.state.Policy;
import io.sspr.reset.eligibility.People;
import io.sspr.reset.eligibility.Person;
import io.sspr.reset.policy.Policies;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What holds for the resets of an account or decoy now; the same statements for both. */
@Component
class TermsInForce {

    private final Policies policies;
    private final People people;

    TermsInForce(Policies policies, People people) {
        this.policies = policies;
        this.people = people;
    }

    Footing of(UUID askerId, Instant now) {
        Policy policy = policies.required();
        Person person = people.of(askerId, now);
        return new Footing(
                policy, person.terms(policy), person.granted(), person.frozen(), person.hasSecondFactor(policy));
    }
}
