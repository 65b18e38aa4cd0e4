package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.AccountEntry;

/** Make an account known, or bring what is known of it up to date; the organisation's own id decides which. */
@About("Make an account known, or bring what is known of it up to date; the organisation's own id decides which.")
public record ProvisionAccount(@Seals(AccountEntry.class) Sealed sealed) implements Request {}
