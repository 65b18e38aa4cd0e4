package io.sspr.messaging.intake;

import io.sspr.contract.MessageType;
import io.sspr.contract.Refusal;
import io.sspr.contract.seal.Assertion;
import io.sspr.contract.seal.AssertionRejected;
import io.sspr.contract.seal.AssertionVerifier;
import io.sspr.messaging.wire.RawRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Header;

/** Checks the header {@code assertion}: the client's signed word, for this very request, on who is signed in with it. */
public final class SignedInPerson {

    private final AssertionVerifier verifier;
    private final String audience;

    /** For requests to that principal. */
    public SignedInPerson(AssertionVerifier verifier, String audience) {
        this.verifier = verifier;
        this.audience = audience;
    }

    Assertion of(RawRecord record, RequestHead request, MessageType type, Instant now) throws Refused {
        Header header = record.headers().lastHeader("assertion");
        if (header == null || header.value() == null || record.value() == null)
            throw new Refused(Refusal.ASSERTION_MISSING);
        String jws = new String(header.value(), StandardCharsets.UTF_8);
        try {
            return verifier.verify(jws, request.client(), audience, type.wireName(), request.id(), record.value(), now);
        } catch (AssertionRejected e) {
            throw new Refused(refusal(e.reason()));
        }
    }

    static Refusal refusal(AssertionRejected.Reason reason) {
        return switch (reason) {
            case EXPIRED -> Refusal.ASSERTION_EXPIRED;
            case WRONG_ISSUER, WRONG_AUDIENCE, WRONG_ACTION, WRONG_REQUEST, WRONG_CONTENT -> Refusal.ASSERTION_MISMATCH;
            case MALFORMED, ALGORITHM_NOT_ALLOWED, UNKNOWN_KEY, BAD_SIGNATURE, WRONG_TYPE, NOT_YET_VALID ->
                Refusal.ASSERTION_INVALID;
        };
    }
}
