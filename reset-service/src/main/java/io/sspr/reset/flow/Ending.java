package io.sspr.reset.flow;

import io.sspr.contract.Refusal;

/** How a reset ended, and why whoever comes back to it is refused. */
enum Ending {
    /** With a new password, or unlocked. */
    DONE(Refusal.ENDED, Refusal.ENDED),
    /** By the person. */
    CANCELLED(Refusal.ENDED, Refusal.ENDED),
    /** Another reset or a change set a password, and there is one live authorisation at most. */
    SUPERSEDED(Refusal.ENDED, Refusal.ENDED),
    /** The owner of the account denied what was going on. */
    DISPUTED(Refusal.ENDED, Refusal.FROZEN),
    /** An administrator took away all methods of the account, which may be in wrong hands. */
    METHODS_TAKEN(Refusal.ENDED, Refusal.ENDED),
    /** A kind of method that had helped was stopped. */
    KIND_STOPPED(Refusal.ENDED, Refusal.NOT_ALLOWED_BY_POLICY),
    /** Too many passwords were refused. */
    REFUSED_TOO_OFTEN(Refusal.ENDED, Refusal.TOO_MANY_ATTEMPTS),
    /** Nothing happened for too long. */
    ABANDONED(Refusal.EXPIRED, Refusal.ABANDONED),
    /** It took too long in all. */
    EXPIRED(Refusal.EXPIRED, Refusal.EXPIRED);

    private final Refusal toClient;
    private final Refusal inEvent;

    Ending(Refusal toClient, Refusal inEvent) {
        this.toClient = toClient;
        this.inEvent = inEvent;
    }

    /** What the client is answered that comes back to it. */
    Refusal toClient() {
        return toClient;
    }

    /** The reason in the event ResetExpired. */
    Refusal inEvent() {
        return inEvent;
    }
}
