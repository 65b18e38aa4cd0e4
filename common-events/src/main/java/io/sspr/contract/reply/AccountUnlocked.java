package io.sspr.contract.reply;

import io.sspr.contract.About;
import java.util.UUID;

/** The account is unlocked; the password stays as it is. */
@About("The account is unlocked; the password stays as it is.")
public record AccountUnlocked(UUID flow) implements Reply {}
