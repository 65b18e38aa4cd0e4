package io.sspr.demo;

import io.sspr.client.Asked;
import io.sspr.client.Flow;
import io.sspr.client.FrontEnd;
import io.sspr.contract.MessageType;
import io.sspr.contract.request.ContactAdministrator;
import io.sspr.contract.request.DisputeReset;
import io.sspr.contract.secret.DisputeEntry;

/** What somebody asks for who needs others: an administrator, or to be believed that it was not them. */
public final class Help {

    private final FrontEnd frontEnd;

    /** Through that front end. */
    public Help(FrontEnd frontEnd) {
        this.frontEnd = frontEnd;
    }

    /** Asks an administrator for help with a flow. */
    public Asked contactAdministrator(Flow flow) {
        return frontEnd.ask(
                MessageType.CONTACT_ADMINISTRATOR,
                flow,
                FrontEnd.key(flow),
                seal -> new ContactAdministrator(flow.id(), seal),
                null);
    }

    /** Says "this was not me" with the token in the link of a notice. */
    public Asked dispute(String token) {
        return dispute(new DisputeEntry(token, null, null, frontEnd.origin()));
    }

    /** Says "this was not me" with the code of a notice. */
    public Asked dispute(String login, String code) {
        return dispute(new DisputeEntry(null, login, code, frontEnd.origin()));
    }

    private Asked dispute(DisputeEntry entry) {
        return frontEnd.ask(MessageType.DISPUTE_RESET, null, entry, DisputeReset::new, null);
    }
}
