package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.secret.Visit;
import io.sspr.contract.state.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Put other rules in force; for administrators. The assertion's digest binds the document.
 *
 * @param policy the whole document; its version is the one in force that it takes the place of
 */
@About("Put other rules in force; for administrators.")
public record ChangePolicy(
        @Seals(Visit.class) Sealed sealed,

        @About("the whole document; its version is the one in force that it takes the place of")
        Policy policy,

        @About("from where, sealed by the front end; counts instead of what is sealed with the rest")
        @Seals(Origin.class)
        @Nullable
        Sealed seenFrom)
        implements Request {

    /** One from where its sealed content says, if it says so. */
    public ChangePolicy(Sealed sealed, Policy policy) {
        this(sealed, policy, null);
    }
}
