package io.sspr.simulation.service;

/** The process of an instance died; what it had not committed is undone. An Error, so that no handler takes it for a fault. */
public final class Killed extends Error {

    private static final long serialVersionUID = 1;

    /** At that point. */
    public Killed(Point point) {
        super("killed at " + point, null, false, false);
    }
}
