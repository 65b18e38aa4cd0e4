package io.sspr.contract.reply;

import io.sspr.contract.About;

/** The rules are in force, under this version. */
@About("The rules are in force, under this version.")
public record PolicyChanged(long version) implements Reply {}
