package io.sspr.contract.reply;

import io.sspr.contract.About;
import java.util.UUID;

/** The reset has ended without a new password. */
@About("The reset has ended without a new password.")
public record ResetCancelled(UUID flow) implements Reply {}
