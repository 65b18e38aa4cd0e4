package io.sspr.simulation;

/** Something that must never be was; its message says what, of which guarantee. An Error, so that no handler takes it for a fault. */
public final class Violation extends Error {

    private static final long serialVersionUID = 1;

    /** Of that guarantee. */
    public Violation(String guarantee, String what) {
        super(guarantee + ": " + what);
    }
}
