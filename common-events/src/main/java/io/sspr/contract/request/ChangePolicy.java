package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.Visit;
import io.sspr.contract.state.Policy;

/**
 * Put other rules in force; for administrators. The assertion's digest binds the document.
 *
 * @param policy the whole document; its version is the one in force that it takes the place of
 */
@About("Put other rules in force; for administrators.")
public record ChangePolicy(
        @Seals(Visit.class) Sealed sealed,

        @About("the whole document; its version is the one in force that it takes the place of")
        Policy policy)
        implements Request {}
