package io.sspr.contract.reply;

import io.sspr.contract.About;
import java.util.UUID;

/** All methods of the account are gone. */
@About("All methods of the account are gone.")
public record ReregistrationRequired(UUID accountId) implements Reply {}
