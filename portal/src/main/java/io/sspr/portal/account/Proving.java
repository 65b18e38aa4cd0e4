package io.sspr.portal.account;

import io.sspr.contract.MethodKind;
import io.sspr.portal.reset.Challenge;
import io.sspr.portal.web.Pending;
import io.sspr.portal.web.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step-up as its browser keeps it, encrypted: somebody proves one more of their methods before they go on.
 *
 * @param accountId whose
 * @param flow our handle on it
 * @param secret of the flow
 * @param errand what they go on with
 * @param kinds that will do, the strongest first
 * @param challenge what is to be typed
 * @param pending what was asked and is not answered yet
 * @param trouble with the last step
 */
public record Proving(
        UUID accountId,
        UUID flow,
        String secret,
        Errand errand,
        List<MethodKind> kinds,
        Stage stage,
        @Nullable Challenge challenge,
        @Nullable Pending pending,
        @Nullable Trouble trouble) {

    /** Where somebody is with it. */
    public enum Stage {
        /** They choose what to prove. */
        CHOOSING,
        /** They type a code. */
        PROVING,
        /** It is them. */
        PASSED,
        /** It cannot go on; the trouble says why. */
        OVER
    }

    public Proving {
        kinds = List.copyOf(kinds);
    }

    static Proving begun(UUID accountId, UUID flow, String secret, Errand errand, List<MethodKind> kinds) {
        return new Proving(accountId, flow, secret, errand, kinds, Stage.CHOOSING, null, null, null);
    }

    Proving asked(UUID request, Instant now) {
        return with(stage, challenge, new Pending(request, now), null);
    }

    Proving settled(@Nullable Trouble why) {
        return with(stage, challenge, null, why);
    }

    Proving challenged(Challenge next) {
        return with(Stage.PROVING, next, null, null);
    }

    Proving at(Stage next, @Nullable Trouble why) {
        return with(next, challenge, null, why);
    }

    private Proving with(
            Stage next, @Nullable Challenge nextChallenge, @Nullable Pending awaited, @Nullable Trouble why) {
        return new Proving(accountId, flow, secret, errand, kinds, next, nextChallenge, awaited, why);
    }

    /** Its pages stand here, and its cookie goes nowhere else. */
    public String path() {
        return "/account/prove/" + flow;
    }

    @Override
    public String toString() {
        return "Proving[" + errand.what() + ", " + stage + "]";
    }
}
