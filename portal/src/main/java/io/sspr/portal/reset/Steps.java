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
import io.sspr.portal.web.Trouble;

/** Where a reply takes a journey. */
final class Steps {

    private Steps() {}

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
        if (reply instanceof AdministratorContacted) return journey.withContacted();
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
        return switch (refused.reason()) {
            case ENDED, ABANDONED, UNKNOWN_FLOW, WRONG_FLOW_SECRET, FROZEN -> journey.at(Stage.OVER, trouble);
            case EXPIRED, METHOD_LOCKED, NOT_ALLOWED_BY_POLICY, TOO_MANY_ATTEMPTS ->
                journey.at(journey.stage() == Stage.PROVING ? Stage.CHOOSING : Stage.OVER, trouble);
            // A form of a page that has been passed: what the services know is shown, nothing is wrong with it.
            case OUT_OF_ORDER -> journey.settled(null);
            default -> settledOrOver(journey, trouble);
        };
    }

    /** Before anything was offered there is nothing to go on with. */
    private static Journey settledOrOver(Journey journey, Trouble trouble) {
        return journey.stage() == Stage.BEGUN ? journey.at(Stage.OVER, trouble) : journey.settled(trouble);
    }
}
