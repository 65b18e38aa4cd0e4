package io.sspr.contract.reply;

import io.sspr.contract.About;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** It is put off. */
@About("It is put off.")
public record RegistrationSkipped(
        @About("how often it may be put off again; absent: as often as one likes") @Nullable
        Integer skipsLeft,

        @About("until when; absent: no deadline") @Nullable Instant skippableUntil)
        implements Reply {}
