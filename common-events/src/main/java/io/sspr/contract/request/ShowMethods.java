package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.ReplyKeyEntry;

/** Show the methods of the person who is signed in. */
@About("Show the methods of the person who is signed in.")
public record ShowMethods(@Seals(ReplyKeyEntry.class) Sealed sealed) implements Request {}
