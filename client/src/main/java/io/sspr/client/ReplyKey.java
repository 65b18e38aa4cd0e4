package io.sspr.client;

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
import io.sspr.contract.reply.MethodsShown;
import io.sspr.contract.reply.RecoveryCodesReady;
import io.sspr.contract.seal.CannotOpen;
import io.sspr.contract.seal.Opener;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.Enrolment;
import io.sspr.contract.secret.MethodList;
import io.sspr.contract.secret.RecoveryCodes;
import io.sspr.contract.secret.Secret;
import java.text.ParseException;
import java.util.List;
import java.util.UUID;

/** A key pair made for one request, so that what only its person may see is sealed on its way back too. */
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

    /** One that was kept; throws IllegalArgumentException, which does not repeat the text. */
    public static ReplyKey kept(String privateJwk) {
        try {
            ECKey key = ECKey.parse(privateJwk);
            if (key.isPrivate() && Curve.P_256.equals(key.getCurve())) return new ReplyKey(key);
        } catch (ParseException e) {
            // Its message may hold what it was given.
        }
        throw new IllegalArgumentException("Not a private P-256 JWK");
    }

    /**
     * With its private part, for a front end that keeps nothing itself: another copy of it goes on where this one asked.
     * Where it is kept it must be encrypted, for it opens what only its person may see.
     */
    public String privateJwk() {
        return key.toJSONString();
    }

    /** As it goes into {@code replyKey}. */
    public String publicJwk() {
        return key.toPublicJWK().toJSONString();
    }

    /** Opens the secret of an authenticator app that a challenge seals in answer to that request of that client. */
    public Enrolment open(ChallengeReady challenge, String client, UUID request) {
        if (challenge.enrolment() == null) throw new IllegalStateException("The challenge has no enrolment");
        return open(
                challenge.enrolment(),
                new SealContext(client, MessageType.CHALLENGE_READY_REPLY.wireName(), request, challenge.flow()),
                Enrolment.class);
    }

    /** Opens recovery codes in answer to that request of that client. */
    public RecoveryCodes open(RecoveryCodesReady ready, String client, UUID request) {
        return open(
                ready.sealed(),
                new SealContext(client, MessageType.RECOVERY_CODES_READY_REPLY.wireName(), request, ready.flow()),
                RecoveryCodes.class);
    }

    /** Opens the methods of a person in answer to that request of that client. */
    public MethodList open(MethodsShown shown, String client, UUID request) {
        return open(
                shown.sealed(),
                new SealContext(client, MessageType.METHODS_SHOWN_REPLY.wireName(), request, null),
                MethodList.class);
    }

    /** Hides the key. */
    @Override
    public String toString() {
        return "ReplyKey[" + key.getKeyID() + "]";
    }

    private <S extends Secret> S open(Sealed sealed, SealContext context, Class<S> content) {
        try {
            return ContractJson.read(new Opener(List.of(key)).open(sealed, context), content);
        } catch (CannotOpen | Undecodable e) {
            throw new IllegalStateException(content.getSimpleName() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
