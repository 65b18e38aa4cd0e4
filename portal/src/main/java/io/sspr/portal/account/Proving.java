package io.sspr.portal.account;

import io.sspr.contract.MethodKind;
import io.sspr.portal.reset.Challenge;
import io.sspr.portal.web.GivenUp;
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
 * @param givenUp what was asked and is waited for no longer
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
        GivenUp givenUp,
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
        return new Proving(accountId, flow, secret, errand, kinds, Stage.CHOOSING, null, null, GivenUp.NOTHING, null);
    }

    Proving asked(UUID request, Instant now) {
        return with(
                stage,
                challenge,
                new Pending(request, now),
                givenUp.and(pending).without(request),
                null);
    }

    /** The person waits no longer, and goes on from where they were; what was asked may yet come true. */
    Proving waitingNoLonger() {
        return with(stage, challenge, null, givenUp.and(pending), null);
    }

    /** What was given up is answered. */
    Proving heardOf(UUID request) {
        return with(stage, challenge, pending, givenUp.without(request), trouble);
    }

    /** All whose answers count. */
    List<UUID> awaited() {
        return givenUp.awaited(pending);
    }

    Proving settled(@Nullable Trouble why) {
        return with(stage, challenge, null, givenUp, why);
    }

    Proving challenged(Challenge next) {
        return with(Stage.PROVING, next, null, givenUp, null);
    }

    Proving at(Stage next, @Nullable Trouble why) {
        return with(next, challenge, null, givenUp, why);
    }

    private Proving with(
            Stage next,
            @Nullable Challenge nextChallenge,
            @Nullable Pending awaited,
            GivenUp left,
            @Nullable Trouble why) {
        return new Proving(accountId, flow, secret, errand, kinds, next, nextChallenge, awaited, left, why);
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
