package io.sspr.portal.reset;

import io.sspr.contract.reply.AccountUnlocked;
import io.sspr.contract.reply.AdministratorContacted;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.GatePassed;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.NotEligible;
import io.sspr.contract.reply.PasswordRefused;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestExpired;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.ResetAuthorized;
import io.sspr.contract.reply.ResetCancelled;
import io.sspr.portal.log.Answered;
import io.sspr.portal.web.Pending;
import io.sspr.portal.web.Trouble;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a reply takes a journey. */
final class Steps {

    private Steps() {}

    /** After all that was answered meanwhile, in the order in which it came. */
    static Journey after(Journey journey, List<Answered> answers) {
        Journey now = journey;
        for (Answered answer : answers) {
            Pending pending = now.pending();
            boolean awaited = pending != null && pending.request().equals(answer.request());
            now = awaited ? after(now, answer.reply()) : afterLate(now.heardOf(answer.request()), answer.reply());
        }
        return now;
    }

    /** The reply to what was waited for no longer counts where it takes the flow on, and nowhere else. */
    private static Journey afterLate(Journey journey, Reply reply) {
        if (reply instanceof AdministratorContacted) return journey.withContacted();
        return takesOn(journey, reply) ? after(journey.waitingNoLonger(), reply) : journey;
    }

    private static boolean takesOn(Journey journey, Reply reply) {
        Stage stage = journey.stage();
        // Over is what we made of a refusal; the services may know better.
        if (stage.isLast() && stage != Stage.OVER) return false;
        if (reply instanceof ChallengeReady)
            // Not for whoever left a code behind, or waits for another one.
            return stage == Stage.CHOOSING && journey.challenge() == null && journey.pending() == null;
        if (reply instanceof GatePassed passed)
            return stage != Stage.PASSWORD && journey.gates() - passed.gatesLeft() > journey.passed();
        if (reply instanceof ResetAuthorized) return stage != Stage.PASSWORD;
        return reply instanceof PasswordSet || reply instanceof AccountUnlocked || reply instanceof ResetCancelled;
    }

    /** Replies that belong to no such journey leave it where it is. */
    static Journey after(Journey journey, Reply reply) {
        if (reply instanceof MethodsOffered offered)
            return journey.offered(offered.kinds(), offered.gates(), 0, offered.expiresAt());
        if (reply instanceof ChallengeReady ready)
            return journey.challenged(new Challenge(ready.kind(), ready.digits(), ready.resendAt(), ready.hint()));
        if (reply instanceof GatePassed passed)
            return journey.withProven()
                    .offered(passed.kinds(), journey.gates(), journey.gates() - passed.gatesLeft(), passed.expiresAt());
        if (reply instanceof ResetAuthorized authorized)
            return journey.withProven().authorised(authorized.rules(), authorized.expiresAt());
        if (reply instanceof PasswordSet) return journey.at(Stage.SET, null);
        if (reply instanceof AccountUnlocked) return journey.withProven().at(Stage.UNLOCKED, null);
        if (reply instanceof ResetCancelled) return journey.at(Stage.CANCELLED, null);
        if (reply instanceof AdministratorContacted)
            return journey.settled(null).withContacted();
        return afterRefusal(journey, reply);
    }

    private static Journey afterRefusal(Journey journey, Reply reply) {
        if (reply instanceof ProofRejected rejected) {
            Trouble trouble = Trouble.wrong(rejected.reason(), rejected.attemptsLeft(), rejected.retryAt());
            return rejected.attemptsLeft() > 0 ? journey.settled(trouble) : journey.at(Stage.CHOOSING, trouble);
        }
        if (reply instanceof PasswordRefused refused) return journey.settled(Trouble.broken(refused.rules()));
        if (reply instanceof NotEligible not) return journey.at(Stage.OVER, Trouble.ineligible(not.reason()));
        if (reply instanceof RequestExpired) return settledOrOver(journey, Trouble.of(Trouble.Cause.LATE));
        if (reply instanceof RequestRefused refused)
            return refused(journey, refused, Trouble.refused(refused.reason(), refused.retryAt()));
        return journey.settled(null);
    }

    private static Journey refused(Journey journey, RequestRefused refused, Trouble trouble) {
        boolean proving = journey.stage() == Stage.PROVING;
        return switch (refused.reason()) {
            case ENDED, ABANDONED, UNKNOWN_FLOW, WRONG_FLOW_SECRET, FROZEN, NOT_ALLOWED_BY_POLICY ->
                journey.at(Stage.OVER, trouble);
            // Of the code, or of all of it; a choice tells which.
            case EXPIRED ->
                proving
                        ? journey.at(Stage.CHOOSING, Trouble.of(Trouble.Cause.CODE_EXPIRED))
                        : journey.at(Stage.OVER, trouble);
            case TOO_MANY_ATTEMPTS -> journey.at(proving ? Stage.CHOOSING : Stage.OVER, trouble);
            case METHOD_LOCKED, KIND_NOT_OFFERED, METHODS_NOT_DIFFERENT ->
                proving ? journey.at(Stage.CHOOSING, trouble) : settledOrOver(journey, trouble);
            case OUT_OF_ORDER -> outOfOrder(journey);
            default -> settledOrOver(journey, trouble);
        };
    }

    /**
     * Mostly a form of a page that has been passed: nothing is wrong then. But whoever was to choose a password may need one more
     * proof since the policy became stricter; and if that was not it, what they came from is right.
     */
    private static Journey outOfOrder(Journey journey) {
        boolean authorised = journey.rules() != null;
        if (journey.stage() == Stage.PASSWORD) return journey.at(Stage.CHOOSING, null);
        if (journey.stage() == Stage.CHOOSING && authorised) return journey.at(Stage.PASSWORD, null);
        return settledOrOver(journey, null);
    }

    /** Before anything was offered there is nothing to go on with. */
    private static Journey settledOrOver(Journey journey, @Nullable Trouble trouble) {
        return journey.stage() == Stage.BEGUN ? journey.at(Stage.OVER, trouble) : journey.settled(trouble);
    }
}
