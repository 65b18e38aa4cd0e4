package io.sspr.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.sspr.contract.ContractJson;
import io.sspr.contract.MessageType;
import io.sspr.contract.Undecodable;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.seal.CannotOpen;
import io.sspr.contract.seal.Opener;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.secret.Enrolment;
import java.util.List;
import java.util.UUID;

/** A key pair made for one request, so that the secret of an authenticator app is sealed on its way back too. */
public final class ReplyKey {

    private final ECKey key;

    private ReplyKey(ECKey key) {
        this.key = key;
    }

    /** A new one. */
    public static ReplyKey generate() {
        try {
            return new ReplyKey(new ECKeyGenerator(Curve.P_256)
                    .keyIDFromThumbprint(true)
                    .keyUse(KeyUse.ENCRYPTION)
                    .algorithm(JWEAlgorithm.ECDH_ES_A256KW)
                    .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }

    /** As it goes into {@code replyKey}. */
    public String publicJwk() {
        return key.toPublicJWK().toJSONString();
    }

    /** Opens what a challenge seals to this key in answer to that request of that client. */
    public Enrolment open(ChallengeReady challenge, String client, UUID request) {
        if (challenge.enrolment() == null) throw new IllegalStateException("The challenge has no enrolment");
        SealContext context =
                new SealContext(client, MessageType.CHALLENGE_READY_REPLY.wireName(), request, challenge.flow());
        try {
            return ContractJson.read(new Opener(List.of(key)).open(challenge.enrolment(), context), Enrolment.class);
        } catch (CannotOpen | Undecodable e) {
            throw new IllegalStateException("The enrolment cannot be read: " + e.getMessage(), e);
        }
    }
}
