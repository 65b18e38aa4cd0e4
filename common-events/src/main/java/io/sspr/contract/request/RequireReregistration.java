package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.AccountChoice;

/** Remove all methods of an account, so that its owner registers anew; for administrators. */
@About("Remove all methods of an account, so that its owner registers anew; for administrators.")
public record RequireReregistration(
        @Seals(AccountChoice.class) Sealed sealed) implements Request {}
