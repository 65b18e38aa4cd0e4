package io.sspr.demo;

import io.sspr.client.Asked;
import io.sspr.client.FrontEnd;
import io.sspr.contract.MessageType;
import io.sspr.contract.request.ReportSignIn;
import io.sspr.contract.request.SkipRegistration;
import io.sspr.contract.secret.AccountChoice;

/** What a front end or an identity provider asks when somebody has signed in. */
public final class AtSignIn {

    private final FrontEnd frontEnd;
    private final String login;

    /** Of that person, through that front end. */
    public AtSignIn(FrontEnd frontEnd, String login) {
        this.frontEnd = frontEnd;
        this.login = login;
    }

    /** Asks whether there is anything to register or to look at. */
    public Asked report() {
        return frontEnd.ask(MessageType.REPORT_SIGN_IN, null, new AccountChoice(login), ReportSignIn::new, null);
    }

    /** Puts it off. */
    public Asked skip() {
        return frontEnd.ask(MessageType.SKIP_REGISTRATION, null, new AccountChoice(login), SkipRegistration::new, null);
    }
}
