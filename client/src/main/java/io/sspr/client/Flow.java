package io.sspr.client;

import io.sspr.contract.seal.FlowSecret;
import java.security.SecureRandom;
import java.util.UUID;

/** A front end's handle on what it started: an id, and a secret that proves it was the one who did. */
public record Flow(UUID id, FlowSecret secret) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    public static Flow begin() {
        return new Flow(UUID.randomUUID(), FlowSecret.generate(RANDOM));
    }
}
