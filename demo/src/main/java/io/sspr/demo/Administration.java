package io.sspr.demo;

import io.sspr.client.Asked;
import io.sspr.client.FrontEnd;
import io.sspr.client.Person;
import io.sspr.contract.MessageType;
import io.sspr.contract.request.ChangePolicy;
import io.sspr.contract.request.RequireReregistration;
import io.sspr.contract.request.StartResetFor;
import io.sspr.contract.request.Unblock;
import io.sspr.contract.secret.AccountChoice;
import io.sspr.contract.secret.Visit;
import io.sspr.contract.state.Policy;

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

    /** Puts other rules in force in the place of those of the document's version. */
    public Asked changePolicy(Policy policy) {
        return console.ask(
                MessageType.CHANGE_POLICY,
                null,
                new Visit(console.origin()),
                seal -> new ChangePolicy(seal, policy),
                administrator);
    }
}
