package io.sspr.demo;

import io.sspr.contract.MessageType;
import io.sspr.contract.request.RequireReregistration;
import io.sspr.contract.request.StartResetFor;
import io.sspr.contract.request.Unblock;
import io.sspr.contract.secret.AccountChoice;

/** What an administrator, signed in with two factors, asks for others. */
public final class Administration {

    private final FrontEnd console;
    private final Person administrator;

    /** By that administrator, through that console. */
    public Administration(FrontEnd console, Person administrator) {
        this.console = console;
        this.administrator = administrator;
    }

    /** Has a one-time code sent, with which the person can reset. */
    public Asked startResetFor(String login) {
        return console.ask(
                MessageType.START_RESET_FOR, null, new AccountChoice(login), StartResetFor::new, administrator);
    }

    /** Lifts locks, delays and a freeze. */
    public Asked unblock(String login) {
        return console.ask(MessageType.UNBLOCK, null, new AccountChoice(login), Unblock::new, administrator);
    }

    /** Makes the person register anew. */
    public Asked requireReregistration(String login) {
        return console.ask(
                MessageType.REQUIRE_REREGISTRATION,
                null,
                new AccountChoice(login),
                RequireReregistration::new,
                administrator);
    }
}
