package io.sspr.reset.eligibility;

import io.sspr.reset.account.Memberships;
import io.sspr.reset.account.Memberships.Membership;
import io.sspr.reset.freeze.Freezes;
import io.sspr.reset.grant.Grants;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is known of the people behind accounts and decoys; the same statements, which find as much, for both. */
@Component
public class People {

    private final StandIns standIns;
    private final Memberships memberships;
    private final KnownMethods methods;
    private final Freezes freezes;
    private final Grants grants;

    People(StandIns standIns, Memberships memberships, KnownMethods methods, Freezes freezes, Grants grants) {
        this.standIns = standIns;
        this.memberships = memberships;
        this.methods = methods;
        this.freezes = freezes;
        this.grants = grants;
    }

    /** The person of that id as of now. */
    public Person of(UUID askerId, Instant now) {
        UUID whose = standIns.of(askerId);
        Person person = read(whose, now);
        return whose.equals(askerId) ? person : Person.NOBODY;
    }

    private Person read(UUID accountId, Instant now) {
        Optional<Membership> membership = memberships.find(accountId);
        Set<String> groups = memberships.groups(accountId);
        List<HeldMethod> held = methods.of(accountId);
        boolean frozen = freezes.isFrozen(accountId);
        boolean granted = grants.isLive(accountId, now);
        return new Person(
                membership.isPresent(),
                membership.map(Membership::administrator).orElse(false),
                membership.map(Membership::passwordElsewhere).orElse(false),
                groups,
                held,
                frozen,
                granted);
    }
}
