package io.sspr.registration.verification;

import io.sspr.contract.MessageType;
import io.sspr.contract.internal.DeliverCode;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.secret.CodeLetter;
import io.sspr.messaging.Work;
import io.sspr.registration.kind.Codes;
import io.sspr.registration.policy.Policies;
import io.sspr.registration.protection.NotificationSeal;
import java.security.SecureRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins verifications and renews their codes; in every way the same for decoys. */
@Component
public class Challenges {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Verifications verifications;
    private final SecretKeeping keeping;
    private final NotificationSeal seal;
    private final Policies policies;

    Challenges(Verifications verifications, SecretKeeping keeping, NotificationSeal seal, Policies policies) {
        this.verifications = verifications;
        this.keeping = keeping;
        this.seal = seal;
        this.policies = policies;
    }

    /** Begins one in place of the flow's present one, and tells what the client is to hear. */
    public ChallengeReady begin(Challenge challenge, Work work) {
        verifications.latestOf(challenge.flow()).ifPresent(older -> cutShort(older, work));
        Target target = challenge.target();
        String code = target.kind().sendsCode() ? Codes.generate(target.kind().digits(), RANDOM) : null;
        Verification verification = new Verification(
                challenge.verificationId(),
                challenge.flow(),
                challenge.flowHash(),
                target,
                challenge.occasion(),
                challenge.locale(),
                VerificationDecider.begin(
                        target.kind(), policies.inForce().limits().codes(), work.now(), challenge.notBeyond()),
                keeping.conceal(challenge.verificationId(), code, challenge.pending()));
        verifications.add(verification);
        tell(verification, code, challenge.pending(), work);
        work.arrived(challenge.flow().lock());
        return verification.challenge(challenge.enrolment(), challenge.hint());
    }

    /** Makes a new code that replaces the old one, sends it if it can prove anything, and tells what the client is to hear. */
    ChallengeReady renew(
            Verification verification, Progress next, boolean isProvable, @Nullable String hint, Work work) {
        String code = Codes.generate(verification.target().kind().digits(), RANDOM);
        Verification renewed = verification.with(next, keeping.renewed(verification, next, code));
        verifications.renew(verification, renewed);
        // Read in any case, so that a decoy takes as long.
        String address = keeping.pending(renewed);
        tell(renewed, code, isProvable ? address : "", work);
        return renewed.challenge(null, hint);
    }

    /** Ends one that is open: another takes its place, or what it was for is no more. */
    public void cutShort(Verification verification, Work work) {
        verification.cutShort().ifPresent(ended -> {
            verifications.finish(ended, work.now());
            work.publish(ended.ended());
        });
    }

    private void tell(Verification verification, @Nullable String code, String pending, Work work) {
        work.publish(verification.begun());
        if (code != null) send(verification, code, pending, work);
    }

    private void send(Verification verification, String code, String address, Work work) {
        UUID messageId = work.newId();
        CodeLetter letter = new CodeLetter(address.isEmpty() ? null : address, code);
        work.send(
                messageId,
                new DeliverCode(
                        UUID.randomUUID(),
                        verification.id(),
                        verification.target().accountId(),
                        verification.target().kind(),
                        verification.target().purpose(),
                        verification.flow().client(),
                        verification.locale(),
                        verification.progress().expiresAt(),
                        seal.seal(letter, MessageType.DELIVER_CODE, messageId, work.now())));
    }
}
