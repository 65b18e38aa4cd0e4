package io.sspr.registration.register;

import io.sspr.contract.ContractJson;
import io.sspr.contract.MessageType;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.seal.Sealer;
import io.sspr.contract.secret.Enrolment;
import io.sspr.registration.totp.OtpauthUri;
import io.sspr.registration.totp.TotpSeed;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes secrets for authenticator apps. */
@Component
class Enrolments {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final RegisterProperties properties;

    Enrolments(RegisterProperties properties) {
        this.properties = properties;
    }

    /** A new secret, sealed for the reply to that request. */
    MethodDraft.App enrol(String login, Sealer toFrontEnd, String client, UUID requestId, UUID flow, Instant now) {
        TotpSeed seed = TotpSeed.generate(RANDOM);
        Enrolment enrolment = new Enrolment(seed.base32(), OtpauthUri.of(properties.issuer(), login, seed));
        SealContext context = new SealContext(client, MessageType.CHALLENGE_READY_REPLY.wireName(), requestId, flow);
        Sealed sealed = toFrontEnd.seal(ContractJson.write(enrolment), context, now);
        return new MethodDraft.App(seed, sealed);
    }
}
