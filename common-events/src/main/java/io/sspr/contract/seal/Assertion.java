package io.sspr.contract.seal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
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

    /** What one knows, has, and is. */
    private static final List<Set<String>> FACTORS = List.of(
            Set.of("pwd", "pin", "kba"),
            Set.of("otp", "sms", "tel", "hwk", "swk", "pop", "sc"),
            Set.of("face", "fpt", "iris", "retina", "vbm"));

    /** Drops fractions of a second, which the wire does not carry. */
    public Assertion {
        issuedAt = issuedAt.truncatedTo(ChronoUnit.SECONDS);
        authTime = authTime.truncatedTo(ChronoUnit.SECONDS);
        amr = List.copyOf(amr);
    }

    /** Whether the person signed in with two different factors, by the words of RFC 8176 section 2. */
    public boolean hasTwoFactors() {
        long factors = FACTORS.stream()
                .filter(factor -> amr.stream().anyMatch(factor::contains))
                .count();
        return amr.contains("mfa") || factors >= 2;
    }
}
