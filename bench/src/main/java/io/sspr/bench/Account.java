package io.sspr.bench;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who resets again and again, once at a time. */
final class Account {

    private final String login;
    private @Nullable UUID id;
    private @Nullable OneReset running;
    private int resets;
    private int tooLate;
    private int told;
    private int noticed;

    Account(String login) {
        this.login = login;
    }

    String login() {
        return login;
    }

    String address() {
        return login + "@example.org";
    }

    synchronized @Nullable UUID id() {
        return id;
    }

    synchronized void known(UUID accountId) {
        id = accountId;
    }

    synchronized void begins(OneReset reset) {
        running = reset;
        resets++;
    }

    synchronized @Nullable OneReset running() {
        return running;
    }

    /** The running reset came to nothing, and its person was told so. */
    synchronized void isToldTooLate() {
        tooLate++;
    }

    synchronized @Nullable OneReset told() {
        told++;
        return running;
    }

    synchronized @Nullable OneReset noticed() {
        noticed++;
        return running;
    }

    /** Whether each of its resets, but those that came to nothing, was told of once on the log, and once by mail. */
    synchronized boolean isInOrder() {
        return told == resets - tooLate && noticed == resets - tooLate;
    }

    @Override
    public synchronized String toString() {
        return login + ": " + resets + " resets, " + tooLate + " of them told too late, " + told
                + " times told on the log, " + noticed + " notices";
    }
}
