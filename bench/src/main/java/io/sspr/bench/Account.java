package io.sspr.bench;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who resets again and again, once at a time. */
final class Account {

    private final String login;
    private @Nullable UUID id;
    private @Nullable OneReset running;
    private int resets;
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

    synchronized @Nullable OneReset told() {
        told++;
        return running;
    }

    synchronized @Nullable OneReset noticed() {
        noticed++;
        return running;
    }

    /** Whether each of its resets was told of once on the log, and once by mail. */
    synchronized boolean isInOrder() {
        return told == resets && noticed == resets;
    }

    @Override
    public synchronized String toString() {
        return login + ": " + resets + " resets, " + told + " times told on the log, " + noticed + " notices";
    }
}
