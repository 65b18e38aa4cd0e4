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

/** What is known of the people behind accounts and decoys; the same statements for both. */
@Component
public class People {

    private final Memberships memberships;
    private final KnownMethods methods;
    private final Freezes freezes;
    private final Grants grants;

    People(Memberships memberships, KnownMethods methods, Freezes freezes, Grants grants) {
        this.memberships = memberships;
        this.methods = methods;
        this.freezes = freezes;
        this.grants = grants;
    }

    /** The person of that id as of now. */
    public Person of(UUID askerId, Instant now) {
        Optional<Membership> membership = memberships.find(askerId);
        Set<String> groups = memberships.groups(askerId);
        List<HeldMethod> held = methods.of(askerId);
        boolean frozen = freezes.isFrozen(askerId);
        boolean granted = grants.isLive(askerId, now);
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
