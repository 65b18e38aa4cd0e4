package io.sspr.contract.seal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * What a trusted client says about a person signed in with it, for one request only (JOSE-12): issuer = client, subject =
 * account, audience = service, action = wire name, digest = {@link Sha256} of the request's value, instants in whole
 * seconds, amr as in RFC 8176.
 */
public record Assertion(
        String issuer,
        UUID subject,
        String audience,
        String action,
        UUID requestId,
        String digest,
        Instant issuedAt,
        Instant authTime,
        List<String> amr) {

    /** Drops fractions of a second, which the wire does not carry. */
    public Assertion {
        issuedAt = issuedAt.truncatedTo(ChronoUnit.SECONDS);
        authTime = authTime.truncatedTo(ChronoUnit.SECONDS);
        amr = List.copyOf(amr);
    }
}
