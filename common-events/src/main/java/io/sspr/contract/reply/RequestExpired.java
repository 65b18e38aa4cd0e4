package io.sspr.contract.reply;

import io.sspr.contract.About;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The request came too late to be useful and had no effect. */
@About("The request came too late to be useful and had no effect.")
public record RequestExpired(@Nullable UUID flow) implements Reply {}
