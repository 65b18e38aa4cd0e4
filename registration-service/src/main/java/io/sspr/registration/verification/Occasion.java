package io.sspr.registration.verification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When and why somebody who is signed in began a verification.
 *
 * @param signedInAt which sign-in of theirs it was
 * @param begunAt when they began it
 * @param replaces of a method that is registered: the one that it takes the place of
 */
public record Occasion(
        Instant signedInAt, Instant begunAt, @Nullable UUID replaces) {}
