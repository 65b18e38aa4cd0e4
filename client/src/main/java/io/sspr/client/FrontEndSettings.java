package io.sspr.client;

import io.sspr.contract.seal.AssertionSigner;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a front end must be told.
 *
 * @param bootstrap Kafka's {@code bootstrap.servers}
 * @param client the name it is known by, which its topics carry
 * @param anchorThumbprint RFC 7638 thumbprint of the key that signs the services' key sets
 * @param signer signs its word on who is signed in; absent for a feed that never speaks for a person
 * @param patience how long {@link Asked#reply()} waits
 */
public record FrontEndSettings(
        String bootstrap,
        String client,
        String anchorThumbprint,
        @Nullable AssertionSigner signer,
        Duration patience) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** With a patience of 30 seconds. */
    public FrontEndSettings(
            String bootstrap, String client, String anchorThumbprint, @Nullable AssertionSigner signer) {
        this(bootstrap, client, anchorThumbprint, signer, PATIENCE);
    }
}
