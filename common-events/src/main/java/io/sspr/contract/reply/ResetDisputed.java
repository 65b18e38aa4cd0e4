package io.sspr.contract.reply;

import io.sspr.contract.About;

/** Resets of the account are over, and none can be made until an administrator has looked. */
@About("Resets of the account are over, and none can be made until an administrator has looked.")
public record ResetDisputed() implements Reply {}
