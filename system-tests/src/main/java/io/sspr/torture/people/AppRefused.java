package io.sspr.torture.people;

import io.sspr.contract.reply.ProofRejected;

/** One code of an app after another was refused, as by a service whose clock is wrong by more than a code lasts. */
final class AppRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    AppRefused(String login, ProofRejected last) {
        super("the last code of " + login + "'s app was refused: " + last.reason());
    }
}
