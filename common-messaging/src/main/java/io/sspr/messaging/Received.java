package io.sspr.messaging;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.seal.Assertion;
import io.sspr.contract.secret.Secret;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that arrived, with everything that was checked before a handler sees it.
 *
 * @param envelope the message and its attributes
 * @param appendedAt when the broker appended it
 * @param client of a request: whose topic it came on
 * @param person of a request that needs a person: the client's verified word on who is signed in
 * @param secret what its seal held, opened; absent where it has no seal
 */
public record Received<M extends Message>(
        Envelope<M> envelope,
        Instant appendedAt,
        @Nullable String client,
        @Nullable Assertion person,
        @Nullable Secret secret) {

    /** The message. */
    public M message() {
        return envelope.message();
    }

    /** Id of the message; of a request the one it is answered under. */
    public UUID id() {
        return envelope.id();
    }

    /** The opened content of the seal; only for messages that have one. */
    public <S extends Secret> S secret(Class<S> type) {
        if (secret == null) throw new IllegalStateException(envelope.type() + " came with no seal");
        return type.cast(secret);
    }

    /** The client that sent the request; only for requests. */
    public String sender() {
        if (client == null) throw new IllegalStateException(envelope.type() + " came from no client");
        return client;
    }

    /** Who is signed in; only for requests that need a person. */
    public Assertion signedIn() {
        if (person == null) throw new IllegalStateException(envelope.type() + " came with no assertion");
        return person;
    }

    @Override
    public String toString() {
        return "Received[" + envelope.type() + " " + envelope.id() + "]";
    }
}
