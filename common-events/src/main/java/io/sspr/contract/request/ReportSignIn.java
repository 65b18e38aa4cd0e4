package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.AccountChoice;

/** Somebody has signed in: is there anything to register or to look at again? */
@About("Somebody has signed in: is there anything to register or to look at again?")
public record ReportSignIn(@Seals(AccountChoice.class) Sealed sealed) implements Request {}
