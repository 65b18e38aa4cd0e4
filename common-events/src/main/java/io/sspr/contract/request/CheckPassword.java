package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.PasswordEntry;

/** Say which rules a password would break that need no more than the password; nothing is kept. */
@About("Say which rules a password would break that need no more than the password; nothing is kept.")
public record CheckPassword(@Seals(PasswordEntry.class) Sealed sealed) implements Request {}
