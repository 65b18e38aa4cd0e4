package io.sspr.registration.signin;

import java.time.Instant;
import java.util.UUID;

/** One sign-in of a person with a client; its time tells it from others. */
public record SignIn(String client, UUID accountId, Instant at) {}
