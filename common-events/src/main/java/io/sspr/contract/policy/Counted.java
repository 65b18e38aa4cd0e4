package io.sspr.contract.policy;

import io.sspr.contract.About;

/** What can bring a block of an account's resets. */
public enum Counted {
    @About("wrong proofs, of whatever kind")
    WRONG_PROOFS,
    @About(
            "tries with text messages, an authenticator app or recovery codes: each code sent by text, each app's or saved code handed in")
    TRIES,
    @About("codes sent by mail")
    MAILS
}
