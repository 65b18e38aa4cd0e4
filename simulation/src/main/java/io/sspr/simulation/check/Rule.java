package io.sspr.simulation.check;

/** Looks at everything that is committed, in its order, and throws {@link io.sspr.simulation.Violation}. */
public interface Rule {

    /** A service has committed this. */
    void committed(Facts facts);

    /** Everything has come to rest. */
    default void atRest() {}
}
