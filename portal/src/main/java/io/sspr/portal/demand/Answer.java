package io.sspr.portal.demand;

import io.sspr.contract.reply.MethodsConfirmed;
import io.sspr.contract.reply.NothingToDo;
import io.sspr.contract.reply.RegistrationRequired;
import io.sspr.contract.reply.RegistrationSkipped;
import io.sspr.contract.reply.Reply;
import io.sspr.portal.demand.Welcome.Demand;
import io.sspr.portal.web.Trouble;

/**
 * Where a reply takes somebody who has just signed in.
 *
 * @param welcome what is kept from now on
 * @param over whether nothing is asked of them any more
 */
record Answer(Welcome welcome, boolean over) {

    /** Nobody is kept from their account by a question that could not be put. */
    static Answer of(Welcome welcome, Reply reply) {
        if (reply instanceof RegistrationRequired required)
            // The login was theirs to type: what is asked of another account is nothing to them.
            return required.accountId().equals(welcome.accountId())
                    ? new Answer(welcome.demanded(Demand.of(required)), false)
                    : new Answer(welcome, true);
        if (reply instanceof NothingToDo
                || reply instanceof RegistrationSkipped
                || reply instanceof MethodsConfirmed
                || welcome.demand() == null) return new Answer(welcome, true);
        return new Answer(welcome.troubled(Trouble.of(reply)), false);
    }
}
