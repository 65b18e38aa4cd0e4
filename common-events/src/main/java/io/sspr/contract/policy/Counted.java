package io.sspr.contract.policy;

import io.sspr.contract.About;

/** What can bring a block of an account's resets. */
public enum Counted {
    @About("wrong proofs, of whatever kind")
    WRONG_PROOFS,
    @About(
            "tries with text messages or with an authenticator app, each on its own: codes sent by text, codes of an app handed in")
    TRIES,
    @About("codes sent by mail")
    MAILS
}
