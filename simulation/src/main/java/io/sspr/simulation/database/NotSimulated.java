package io.sspr.simulation.database;

/** A service asks for more than this database has: the simulation is to be extended. An Error, so that no handler takes it for a fault of its own. */
public final class NotSimulated extends Error {

    private static final long serialVersionUID = 1;

    NotSimulated(String what) {
        super("The simulation does not know " + what);
    }
}
