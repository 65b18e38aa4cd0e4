package io.sspr.simulation.service;

/** Says what comes between at a point: returns, or throws {@link Killed}. */
@FunctionalInterface
public interface Between {

    /** The instance is at that point. */
    void at(Point point, Instance instance);
}
