package io.sspr.registration.rig;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.sspr.contract.ContractJson;
import io.sspr.contract.MessageType;
import io.sspr.contract.Undecodable;
import io.sspr.contract.internal.DeliverCode;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.MethodsShown;
import io.sspr.contract.reply.RecoveryCodesReady;
import io.sspr.contract.seal.CannotOpen;
import io.sspr.contract.seal.Opener;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.CodeLetter;
import io.sspr.contract.secret.Enrolment;
import io.sspr.contract.secret.MethodList;
import io.sspr.contract.secret.RecoveryCodes;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people, their front ends and the notification service read in the seals that they get. */
abstract class Seen {

    private static final String NOTIFICATION = "notification-service";

    /** A key as a front end makes it for one request. */
    public static ECKey replyKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID("mine")
                    .keyUse(KeyUse.ENCRYPTION)
                    .generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** What the front end shows of an app that is being registered. */
    public static Enrolment enrolment(Outcome begun, ECKey key, UUID requestId, People.Flow flow) {
        return enrolment(begun.reply(ChallengeReady.class), key, requestId, flow);
    }

    /** The same from a reply. */
    public static Enrolment enrolment(ChallengeReady ready, ECKey key, UUID requestId, People.Flow flow) {
        Sealed sealed = ready.enrolment();
        if (sealed == null) throw new AssertionError("no enrolment in the reply");
        String type = MessageType.CHALLENGE_READY_REPLY.wireName();
        return open(
                new Opener(List.of(key)),
                sealed,
                new SealContext(TestKeys.PORTAL, type, requestId, flow.id()),
                Enrolment.class);
    }

    /** What the notification service reads of a code to be delivered. */
    public static CodeLetter letter(Outcome outcome) {
        DeliverCode message = outcome.only(DeliverCode.class);
        UUID id = outcome.idOf(DeliverCode.class);
        return openForNotification(message.sealed(), MessageType.DELIVER_CODE, id, CodeLetter.class);
    }

    /** What the notification service reads in a seal of that message. */
    public static <T> T openForNotification(
            @Nullable Sealed sealed, MessageType type, UUID messageId, Class<T> content) {
        if (sealed == null) throw new AssertionError("nothing is sealed");
        return open(
                TestKeys.material().opener(NOTIFICATION),
                sealed,
                new SealContext(NOTIFICATION, type.wireName(), messageId, null),
                content);
    }

    private static <T> T open(Opener opener, Sealed sealed, SealContext context, Class<T> content) {
        try {
            return ContractJson.read(opener.open(sealed, context), content);
        } catch (CannotOpen | Undecodable e) {
            throw new AssertionError(e);
        }
    }
    /** What the front end shows of a person's methods. */
    public static MethodList methods(MethodsShown shown, ECKey key, UUID requestId) {
        String type = MessageType.METHODS_SHOWN_REPLY.wireName();
        SealContext context = new SealContext(TestKeys.PORTAL, type, requestId, null);
        return open(new Opener(List.of(key)), shown.sealed(), context, MethodList.class);
    }

    /** What the front end shows of recovery codes. */
    public static List<String> recoveryCodes(RecoveryCodesReady ready, ECKey key, UUID requestId, People.Flow flow) {
        String type = MessageType.RECOVERY_CODES_READY_REPLY.wireName();
        SealContext context = new SealContext(TestKeys.PORTAL, type, requestId, flow.id());
        return open(new Opener(List.of(key)), ready.sealed(), context, RecoveryCodes.class)
                .codes();
    }
}
